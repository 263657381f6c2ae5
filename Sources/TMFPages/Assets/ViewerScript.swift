extension Assets {
    static let scriptText = #"""
        // Keys for every page, and the search of the offline viewer. Everything else works without it.
        (function () {
          "use strict";

          function follow(rel) {
            var link = document.querySelector("a[rel=" + rel + "]") || document.querySelector("link[rel=" + rel + "]");
            if (link) { location.href = link.href; return true; }
            return false;
          }

          // The next or the previous record of a list; at its end, the next or the previous page.
          function step(direction) {
            var records = document.querySelectorAll("tr.record, .results li");
            if (records.length === 0) { follow(direction > 0 ? "next" : "prev"); return; }
            var current = document.querySelector(".here") || document.querySelector("tr.record:target");
            var place = Array.prototype.indexOf.call(records, current) + direction;
            if (!current) { place = direction > 0 ? 0 : records.length - 1; }
            if (place < 0 || place >= records.length) { follow(direction > 0 ? "next" : "prev"); return; }
            if (current) { current.classList.remove("here"); }
            var record = records[place];
            record.classList.add("here");
            var link = record.querySelector("a");
            if (link) { link.focus({ preventScroll: true }); }
            record.scrollIntoView({ block: "nearest" });
          }

          document.addEventListener("keydown", function (event) {
            if (event.ctrlKey || event.metaKey || event.altKey) { return; }
            if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
            if (event.key === "n") { step(1); }
            else if (event.key === "p") { step(-1); }
            else if (event.key === "u") { follow("up"); }
            else if (event.key === "/") {
              event.preventDefault();
              var field = document.querySelector("main input[type=search]") || document.querySelector("input[type=search]");
              if (field) { field.focus(); field.select(); return; }
              var link = document.querySelector(".find a");
              if (link) { location.href = link.href; }
            }
          });

          // Search. Rows are lists in the order of these fields; see SearchIndexWriter.
          var FIELDS = ["number", "title", "artifact", "sub-artifact", "scope", "person", "organization", "document date",
            "status", "version", "file name", "note", "key"];
          var PART = FIELDS.length, LIMIT = 200;
          var form = document.getElementById("offline-search");
          if (!form) { return; }
          var field = form.querySelector("input"), list = document.getElementById("results"), told = document.getElementById("told");
          var rows = [], texts = [];

          function fold(text) {
            return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u00df/g, "ss").toLowerCase();
          }

          (window.tmfSearch || []).forEach(function (part) {
            part.forEach(function (row) {
              rows.push(row);
              texts.push(row.slice(0, PART).map(fold));
            });
          });

          // The weight of the field in which each word was found: the title first, then the number, then the others.
          function answer(words) {
            var hits = [];
            for (var i = 0; i < rows.length; i += 1) {
              var fields = [], weight = 0, found = true;
              for (var w = 0; w < words.length && found; w += 1) {
                found = false;
                for (var k = 0; k < PART; k += 1) {
                  var f = k === 0 ? 1 : k === 1 ? 0 : k;
                  if (texts[i][f].indexOf(words[w]) >= 0) {
                    found = true;
                    weight += f === 1 ? 100 : f === 0 ? 80 : 20 - f;
                    if (fields.indexOf(f) < 0) { fields.push(f); }
                    break;
                  }
                }
              }
              if (found) { hits.push([weight, i, fields]); }
            }
            hits.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
            return hits;
          }

          function element(name, kind, text) {
            var made = document.createElement(name);
            if (kind) { made.className = kind; }
            if (text !== undefined) { made.textContent = text; }
            return made;
          }

          function show() {
            var words = fold(field.value).split(/\s+/).filter(Boolean);
            list.textContent = "";
            if (words.length === 0) {
              told.textContent = rows.length.toLocaleString("en") + " records can be searched.";
              return;
            }
            var hits = answer(words);
            told.textContent = hits.length.toLocaleString("en") + (hits.length === 1 ? " record" : " records")
              + (hits.length > LIMIT ? ", the first " + LIMIT + " are shown." : ".");
            var made = document.createDocumentFragment();
            hits.slice(0, LIMIT).forEach(function (hit) {
              var row = rows[hit[1]], item = element("li"), title = element("bdi", "", row[1]);
              var link = element("a");
              link.href = "artifact-" + row[2].slice(0, 8) + (row[PART] > 1 ? "-" + row[PART] : "") + ".html#" + row[0].toLowerCase();
              link.appendChild(title);
              item.appendChild(link);
              var facts = [row[0], row[2], row[4], row[5], row[7], row[8]].filter(Boolean).join(" \u00b7 ");
              item.appendChild(element("bdi", "sub", facts));
              var said = hit[2].map(function (f) { return f < 2 || f === 2 ? FIELDS[f] : FIELDS[f] + " \u201c" + row[f] + "\u201d"; });
              item.appendChild(element("bdi", "sub", "found in " + said.join(", ")));
              made.appendChild(item);
            });
            list.appendChild(made);
          }

          form.hidden = false;
          form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
          field.addEventListener("input", show);
          if (location.hash.indexOf("#q=") === 0) { field.value = decodeURIComponent(location.hash.slice(3)); }
          field.focus();
          show();
        })();

        """#
}
