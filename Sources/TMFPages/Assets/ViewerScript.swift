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

          // Keeps the place in the address, so that whoever comes back finds it again.
          function keep(hash) {
            try { history.replaceState(null, "", hash); } catch (problem) { return; }
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
            if (record.id) { keep("#" + record.id); }
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
          // The title weighs most, then the number, then the others in their order.
          var ORDER = [1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
          var PART = FIELDS.length, LIMIT = 200, END = "\n";
          var form = document.getElementById("offline-search");
          if (!form) { return; }
          var field = form.querySelector("input"), list = document.getElementById("results"), told = document.getElementById("told");
          var rows = [], lines = [], lastWords = [], lastHits = null;

          function fold(text) {
            text = String(text);
            if (/[^\u0000-\u007f]/.test(text)) {
              text = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u00df/g, "ss");
            }
            return text.toLowerCase();
          }

          // One line for each row, the weightiest field first: where a word is first found says in which field.
          (window.tmfSearch || []).forEach(function (part) {
            part.forEach(function (row) {
              rows.push(row);
              lines.push(fold(ORDER.map(function (f) { return row[f].replace(/\n/g, " "); }).join(END)));
            });
          });

          function fieldAt(line, place) {
            var rank = 0;
            for (var end = line.indexOf(END); end >= 0 && end < place; end = line.indexOf(END, end + 1)) { rank += 1; }
            return rank;
          }

          // Every word must be found. Whoever types on narrows what was found before.
          function answer(words) {
            var isNarrower = lastHits && words.length >= lastWords.length
              && lastWords.every(function (word, w) { return words[w].indexOf(word) === 0; });
            var among = isNarrower ? lastHits : null, hits = [], count = among ? among.length : rows.length;
            for (var k = 0; k < count; k += 1) {
              var i = among ? among[k][1] : k, line = lines[i], ranks = [], weight = 0;
              for (var w = 0; w < words.length; w += 1) {
                var place = line.indexOf(words[w]);
                if (place < 0) { break; }
                var rank = fieldAt(line, place);
                weight += rank === 0 ? 100 : rank === 1 ? 80 : 20 - rank;
                if (ranks.indexOf(rank) < 0) { ranks.push(rank); }
              }
              if (w === words.length) { hits.push([weight, i, ranks]); }
            }
            lastWords = words;
            lastHits = hits;
            return hits.slice().sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
          }

          // The texts of files, page by page: [row, page, text, folded]. They are loaded when somebody asks for them.
          var texts = [], box = document.getElementById("with-texts"), isLoading = false, waiting = "";

          function loadTexts(part) {
            if (part > Number(box.dataset.files)) { waiting = ""; show(); return; }
            var script = document.createElement("script");
            waiting = " Loading texts, part " + part + " of " + box.dataset.files + "\u2026";
            script.src = "texts-" + part + ".js";
            script.onload = function () {
              (window.tmfTexts || []).splice(0).forEach(function (rows) {
                rows.forEach(function (row) { texts.push([row[0], row[1], row[2], fold(row[2])]); });
              });
              loadTexts(part + 1);
            };
            script.onerror = function () { waiting = " The texts could not be loaded."; show(); };
            document.head.appendChild(script);
          }

          // Records that say every word on one page, without those found already.
          function textHits(words, hits) {
            var known = {}, found = [];
            if (!box || !box.checked) { return found; }
            hits.forEach(function (hit) { known[hit[1]] = true; });
            texts.forEach(function (text) {
              if (known[text[0]] || !words.every(function (word) { return text[3].indexOf(word) >= 0; })) { return; }
              known[text[0]] = true;
              found.push([0, text[0], [], text, text[3].indexOf(words[0])]);
            });
            return found;
          }

          // Folding may make a text longer or shorter: the place is near enough for words around it.
          function around(text, place) {
            var start = Math.max(0, Math.round(place * text[2].length / text[3].length) - 60);
            return (start > 0 ? "\u2026 " : "") + text[2].slice(start, start + 160) + (start + 160 < text[2].length ? " \u2026" : "");
          }

          function element(name, kind, text) {
            var made = document.createElement(name);
            if (kind) { made.className = kind; }
            if (text !== undefined) { made.textContent = text; }
            return made;
          }

          function result(hit) {
            var row = rows[hit[1]], item = element("li"), link = element("a");
            link.href = "artifact-" + row[2].slice(0, 8) + (row[PART] > 1 ? "-" + row[PART] : "") + ".html#" + row[0].toLowerCase();
            link.appendChild(element("bdi", "", row[1]));
            item.appendChild(link);
            item.appendChild(element("bdi", "sub", [0, 2, 4, 5, 7, 8].map(function (f) { return row[f]; }).filter(Boolean).join(" \u00b7 ")));
            var said = hit[2].map(function (rank) {
              var f = ORDER[rank];
              return f < 3 ? FIELDS[f] : FIELDS[f] + " \u201c" + row[f] + "\u201d";
            });
            item.appendChild(element("bdi", "sub", hit[3]
              ? "found in the text of its file, page " + hit[3][1] + ": " + around(hit[3], hit[4]) : "found in " + said.join(", ")));
            return item;
          }

          function show() {
            var words = fold(field.value).split(/\s+/).filter(Boolean);
            list.textContent = "";
            keep((box && box.checked ? "#texts&q=" : "#q=") + encodeURIComponent(field.value));
            if (words.length === 0) {
              told.textContent = rows.length.toLocaleString("en") + " records can be searched." + waiting;
              return;
            }
            var hits = answer(words), made = document.createDocumentFragment();
            hits = hits.concat(textHits(words, hits));
            told.textContent = hits.length.toLocaleString("en") + (hits.length === 1 ? " record" : " records")
              + (hits.length > LIMIT ? ", the first " + LIMIT + " are shown." : ".") + waiting;
            hits.slice(0, LIMIT).forEach(function (hit) { made.appendChild(result(hit)); });
            list.appendChild(made);
          }

          form.hidden = false;
          form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
          field.addEventListener("input", show);
          if (box) {
            box.addEventListener("change", function () {
              if (box.checked && !isLoading) { isLoading = true; loadTexts(1); }
              show();
            });
          }
          var asked = /^#(texts&)?q=(.*)$/.exec(location.hash);
          if (asked) {
            try { field.value = decodeURIComponent(asked[2]); } catch (problem) { field.value = ""; }
            if (asked[1] && box) { box.checked = true; isLoading = true; loadTexts(1); }
          }
          field.focus();
          show();
        })();

        """#
}
