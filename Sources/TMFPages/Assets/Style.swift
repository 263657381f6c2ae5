extension Assets {
    static let styleText = #"""
        /* One sheet for all pages, light and dark, screen and paper. Colour never says what a word does not. */
        :root {
          color-scheme: light dark;
          --page: #f6f7f8; --card: #ffffff; --line: #dfe3e6; --soft-line: #eceff1; --head: #f0f3f5;
          --ink: #1b2328; --soft: #5b676f; --link: #0b5c7c; --link-soft: #e4f0f5; --accent: #0b5c7c; --on-accent: #ffffff;
          --good: #1d6b45; --good-soft: #e3f2ea; --pending: #855400; --pending-soft: #fcf0d8;
          --bad: #a3271f; --bad-soft: #fbe7e4; --late: #d98a2b;
          --bar: #e3e7ea; --bar-good: #3f9469; --bar-bad: #ecc3bd;
          --heat-1: #fdf3ea; --heat-2: #fae0cf; --heat-3: #f5c6b1; --heat-4: #eea68f; --target: #fff6d6;
          --shadow: 0 1px 2px rgb(20 30 40 / 6%);
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14181b; --card: #1b2125; --line: #333c42; --soft-line: #272f34; --head: #21282d;
            --ink: #e4e9ec; --soft: #9daab2; --link: #7cc4e2; --link-soft: #1d323c; --accent: #2b7f9f; --on-accent: #ffffff;
            --good: #79cfa1; --good-soft: #1a3227; --pending: #e6b35c; --pending-soft: #372b14;
            --bad: #f19a90; --bad-soft: #3d201d; --late: #d98a2b;
            --bar: #333c42; --bar-good: #4d9f75; --bar-bad: #6e3f3a;
            --heat-1: #2b2420; --heat-2: #422c24; --heat-3: #5c3529; --heat-4: #7b4031; --target: #3a3315;
            --shadow: none;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { font-size: 100%; scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--page); color: var(--ink); line-height: 1.5; font-size: .9375rem;
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
        }
        a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
        main:focus, main:focus-visible { outline: none; }
        .skip { position: absolute; left: -99rem; background: var(--card); padding: .6rem 1rem; z-index: 9; }
        .skip:focus { left: .5rem; top: .5rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .number, .date, .num, time, .counts { font-variant-numeric: tabular-nums; }
        .number, .date, time { white-space: nowrap; }
        .soft, .sub, .none { color: var(--soft); }
        .soft { font-weight: 400; }
        .sub { display: block; font-size: .8125rem; font-weight: 400; }
        .alert { color: var(--bad); font-weight: 600; }
        code, pre, kbd, .digest, .file { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: .8125rem; }
        .digest, .file, pre { overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; background: var(--head); border-radius: 6px; padding: .6rem .8rem; margin: .4rem 0; }
        kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: 0 .35rem; background: var(--card); }

        /* Frame */
        .top {
          display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: .55rem 1.5rem;
          background: var(--card); border-bottom: 1px solid var(--line);
        }
        .top p { margin: 0; }
        .study { flex: 1 1 20rem; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .study a { color: var(--ink); font-weight: 700; text-decoration: none; font-size: 1.0625rem; margin-right: .6rem; }
        .study span { color: var(--soft); }
        .find { display: flex; gap: .4rem; margin: 0; }
        .snapshot { flex: 1 0 100%; font-size: .8125rem; color: var(--soft); }
        .snapshot b { color: var(--ink); font-weight: 600; }
        .frame { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); max-width: 100rem; margin: 0 auto; }
        .side { padding: 1.1rem .75rem 2rem 1rem; font-size: .875rem; }
        .side ul { list-style: none; margin: 0; padding: 0; }
        .side h2 { font-size: .75rem; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); margin: 1.3rem .6rem .3rem; font-weight: 600; }
        .side a { display: flex; gap: .45rem; padding: .27rem .6rem; border-radius: 6px; color: var(--ink); text-decoration: none; }
        .side a:hover { background: var(--soft-line); }
        .side a[aria-current], .side a.inside { background: var(--link-soft); color: var(--link); font-weight: 600; }
        .side .zones .number { color: var(--soft); }
        .count { margin-left: auto; font-size: .75rem; font-weight: 600; color: var(--soft); font-variant-numeric: tabular-nums; align-self: center; }
        main { padding: 1rem 1.5rem 3rem; min-width: 0; }
        footer { border-top: 1px solid var(--line); padding: 0 1.5rem; color: var(--soft); font-size: .8125rem; }
        .trail ol { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 .6rem; padding: 0; font-size: .8125rem; color: var(--soft); }
        .trail li + li::before { content: "›"; padding: 0 .5rem; color: var(--soft); }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .1rem 0 .35rem; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
        h1 .number, h2 .number { color: var(--soft); font-weight: 500; margin-right: .15em; }
        h2 { font-size: 1.0625rem; margin: 2rem 0 .6rem; font-weight: 650; }
        h3 { font-size: .875rem; margin: 1rem 0 .4rem; font-weight: 650; }
        .lead { margin: 0 0 .5rem; max-width: 76ch; }
        .about { margin: 0 0 .5rem; max-width: 76ch; }
        main > p { max-width: 84ch; }
        .empty { color: var(--soft); border: 1px dashed var(--line); border-radius: 8px; padding: .8rem 1rem; margin: .4rem 0; }
        .notice { background: var(--pending-soft); border-left: 3px solid var(--pending); padding: .5rem .8rem; border-radius: 0 6px 6px 0; margin: .6rem 0; }
        .meter { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .7rem; margin: 0 0 1rem; } .meter b { white-space: nowrap; }
        .meter .bar { width: 12rem; flex: none; }

        /* Pieces */
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem; box-shadow: var(--shadow); }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .9rem; margin: 1rem 0 0; }
        .figure h3 { margin: 0; color: var(--soft); font-weight: 600; }
        .figure p { margin: .25rem 0 0; font-size: .875rem; }
        .figure .value { font-size: 1.9rem; font-weight: 650; line-height: 1.2; margin: .1rem 0 .35rem; font-variant-numeric: tabular-nums; }
        .figure .value span { font-size: 1rem; font-weight: 500; color: var(--soft); }
        .figure .soft { font-size: .8125rem; }
        .bar { display: block; width: 100%; height: .5rem; border-radius: 4px; background: var(--bar); overflow: hidden; }
        .bar .good { fill: var(--bar-good); } .bar .late { fill: var(--late); } .bar .bad { fill: var(--bar-bad); }
        .start { margin: 1rem 0; border-left: 4px solid var(--accent); }
        .start h2 { margin: 0 0 .3rem; } .start p { margin: 0 0 .7rem; max-width: 84ch; }
        .doors { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
        .doors a { display: block; height: 100%; border: 1px solid var(--line); border-radius: 8px; padding: .55rem .8rem; text-decoration: none; }
        .doors a:hover { background: var(--link-soft); }
        .doors span { display: block; color: var(--soft); font-size: .8125rem; line-height: 1.4; }
        .tallies { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: .5rem 0; padding: 0; }
        .tallies li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .3rem .7rem; }
        .tallies a { color: inherit; text-decoration: none; }
        .status { display: inline-flex; gap: .35em; align-items: baseline; white-space: nowrap; font-weight: 600; font-size: .8125rem; border-radius: 5px; padding: .05rem .45rem; margin: 0 .25rem .15rem 0; background: var(--head); }
        .status > span { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols2", sans-serif; font-weight: 400; }
        .status.good { color: var(--good); background: var(--good-soft); }
        .status.pending { color: var(--pending); background: var(--pending-soft); }
        .status.bad { color: var(--bad); background: var(--bad-soft); }
        .status.muted { color: var(--soft); }
        .button, button {
          display: inline-block; font: inherit; font-size: .8125rem; font-weight: 600; line-height: 1.4; padding: .22rem .7rem; border-radius: 6px;
          border: 1px solid var(--line); background: var(--card); color: var(--link); text-decoration: none; cursor: pointer; white-space: nowrap;
        }
        .button:hover, button:hover { background: var(--link-soft); }
        .button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding: .4rem 1.3rem; font-size: .9375rem; }
        .button.main:hover { filter: brightness(1.08); }
        .button.quiet { border-color: transparent; background: none; }
        input, select { font: inherit; font-size: .875rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .5rem; }
        input[type=search] { width: 17rem; max-width: 100%; }
        .pager { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; margin: .8rem 0; font-size: .875rem; }
        .pager a { max-width: 45%; } .pager > span { color: var(--soft); flex: 1; text-align: center; }
        .facts { margin: .6rem 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: .1rem 2rem; }
        .facts div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .6rem; padding: .22rem 0; border-bottom: 1px solid var(--soft-line); }
        .facts dt { color: var(--soft); font-size: .8125rem; padding-top: .08rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
        main > .facts { grid-template-columns: minmax(0, 56rem); }
        summary { cursor: pointer; color: var(--link); }
        summary::marker { color: var(--soft); }
        .sentences, .links { margin: .3rem 0 .3rem; padding-left: 1.1rem; max-width: 80ch; }
        .fold, .more, .filter { margin: .6rem 0; }
        .fold > summary { font-weight: 600; }
        .filter form { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .7rem .9rem; margin-top: .5rem; }
        .filter label { display: grid; gap: .15rem; font-size: .75rem; color: var(--soft); }
        .filter select { max-width: 15rem; }

        /* Tables */
        .wide { position: relative; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: .5rem 0; box-shadow: var(--shadow); }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        caption { text-align: left; }
        th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-bottom: 1px solid var(--soft-line); font-weight: 400; }
        tbody tr:last-child > * { border-bottom: 0; }
        thead th { background: var(--head); color: var(--soft); font-size: .75rem; font-weight: 600; white-space: nowrap; vertical-align: bottom; border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
        th.num, td.num { text-align: right; }
        .groups th[scope=row] { min-width: 10rem; } .groups th, .groups td { padding-left: .5rem; padding-right: .5rem; } .groups thead th, .matrix thead th { white-space: normal; } .graph { min-width: 7.5rem; } td.graph span { font-size: .8125rem; color: var(--soft); font-variant-numeric: tabular-nums; } td.graph .bar { margin: .35rem 0 .1rem; }
        .records th, .records td { padding-left: .3rem; padding-right: .3rem; }
        .records .status { margin-right: 0; padding: .05rem .35rem; } .records .act .button { padding: .15rem .5rem; }
        .records thead th { white-space: normal; } .records td { font-size: .8125rem; } .records .date, .versions .date { font-size: .8125rem; }
        .records th:first-child { padding-left: .9rem; } .records td:nth-child(2) { min-width: 6rem; } .records .sub .status { font-size: .75rem; }
        .records .title { font-weight: 600; display: block; overflow-wrap: anywhere; min-width: 8rem; }
        .records tr.record > * { border-bottom: 0; border-top: 1px solid var(--soft-line); padding-top: .6rem; }
        .records tbody tr:first-child > * { border-top: 0; }
        .records tr.under > td { padding: 0 .9rem .6rem; border: 0; font-size: .8125rem; }
        .records tr:target > *, .records tr.here > * { background: var(--target); }
        .act { text-align: right; }
        .fold-in { padding: .5rem 0 .3rem; }
        .fold-in .wide { box-shadow: none; }
        .versions .current > * { background: var(--good-soft); }
        .versions .digest { font-size: .6875rem; } .versions .file { display: block; }
        .why summary { font-size: .8125rem; white-space: nowrap; }
        .slots td:first-child { width: 9.5rem; } .slots .date { width: 7rem; } .slots td:last-child { min-width: 13rem; width: 30%; } .slots [data-label=Artifact] { min-width: 15rem; } .slots [data-label=Where] { white-space: nowrap; }
        .heat th[scope=row] { min-width: 14rem; }
        .heat td { white-space: nowrap; font-size: .8125rem; border-left: 1px solid var(--soft-line); font-variant-numeric: tabular-nums; }
        .idle { color: var(--soft); }
        .heat-1 { background: var(--heat-1); } .heat-2 { background: var(--heat-2); } .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); }
        .legend { font-size: .8125rem; color: var(--soft); } .key { color: var(--ink); padding: 0 .5rem; border-radius: 3px; border: 1px solid var(--line); }
        dl.legend { color: inherit; font-size: inherit; }

        .each + .each { margin-top: .35rem; }
        .matrix { table-layout: fixed; min-width: 52rem; } .matrix .group > * { background: var(--head); } .matrix td { min-width: 7.5rem; } .matrix th[scope=row] { min-width: 9rem; }
        .people tr.record > * { border-bottom: 0; } .people tr.under > td { padding-top: 0; font-size: .8125rem; }
        .coverage td { min-width: 7.5rem; } .coverage td.graph { width: 15rem; } .coverage td:nth-child(4) { min-width: 11.5rem; } .coverage td .sub a { white-space: normal; }
        .strip { display: block; width: 100%; min-width: 9rem; height: 1.1rem; }
        .strip .need { fill: var(--soft); } .strip .good, .chart .good { fill: var(--bar-good); } .strip .gap { fill: var(--bad); }
        .ends { display: flex; justify-content: space-between; gap: .8rem; font-size: .75rem; }

        /* Timeline */
        .chart { margin: .8rem 0; } .chart > .wide > svg { display: block; width: 100%; min-width: 54rem; height: auto; padding: .6rem .8rem; }
        .chart text { font-size: 11px; fill: var(--soft); } .chart .end { text-anchor: end; } .chart .name { fill: var(--ink); font-weight: 600; }
        .chart .mark { text-anchor: middle; fill: var(--link); font-weight: 700; }
        .chart path { fill: none; stroke-width: 1; } .chart .grid { stroke: var(--soft-line); } .chart .axis { stroke: var(--soft); }
        .chart .same { stroke: var(--soft); } .chart .limit { stroke: var(--late); stroke-dasharray: 6 4; }
        .chart .mile { stroke: var(--link); opacity: .75; } .chart .ahead { stroke-dasharray: 2 3; }
        .chart circle.good, .chart path.late { fill-opacity: .75; } .chart .late { fill: var(--late); }
        .chart .idle { fill: var(--bar); stroke: var(--soft); stroke-width: 1; }
        .keys { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .4rem 0; padding: 0; font-size: .8125rem; color: var(--soft); }
        .keys svg { width: 1.4rem; height: .8rem; }
        .months td:last-child { min-width: 12rem; } .latest td[data-label=Artifact] { min-width: 14rem; }

        /* Tree */
        .tree { background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); padding: .2rem 0 .5rem; }
        .tree ul { list-style: none; margin: 0; padding: 0; }
        .line { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; padding: .25rem 1rem; margin: 0; font-size: .875rem; }
        .tree .zone > .line { font-size: .9375rem; border-top: 1px solid var(--line); padding-top: .55rem; margin-top: .45rem; }
        .tree .zone:first-of-type > .line { border-top: 0; margin-top: 0; padding-top: .3rem; }
        .tree .head { color: var(--soft); font-size: .75rem; font-weight: 600; position: sticky; top: 0; background: var(--card); border-bottom: 1px solid var(--soft-line); border-radius: 10px 10px 0 0; z-index: 1; }
        .tree .branch > .line { padding-left: 1.2rem; color: var(--ink); }
        .tree .branch > .line > span:first-child::before { content: "▸"; color: var(--soft); display: inline-block; width: 1.1em; }
        .tree .branch[open] > .line > span:first-child::before { content: "▾"; }
        .tree summary { list-style: none; } .tree summary::-webkit-details-marker { display: none; }
        .tree li.line { padding-left: 2.3rem; } .tree ul:only-child .line { padding-left: 1rem; }
        .tree .line:hover { background: var(--head); }
        .tree a { text-decoration: none; } .tree a:hover { text-decoration: underline; }
        .counts { display: grid; grid-template-columns: repeat(5, 4.4rem); flex: none; text-align: right; font-weight: 400; font-size: .875rem; }
        .counts .zero { color: var(--soft); opacity: .55; }
        .counts .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .head .counts { font-size: .75rem; font-weight: 600; }
        input.toggle { margin: .6rem .3rem .8rem 0; accent-color: var(--accent); }
        input.toggle:checked ~ .tree .unfilled { display: none; }

        /* History */
        .history { list-style: none; margin: .4rem 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); }
        .history > li { position: relative; padding: 0 0 .7rem; max-width: 92ch; }
        .history > li::before { content: ""; position: absolute; left: -1.36rem; top: .5em; width: .6rem; height: .6rem; border-radius: 50%; background: var(--card); border: 2px solid var(--accent); }
        .history p { margin: 0; overflow-wrap: anywhere; } .when { color: var(--soft); margin-right: .3rem; }
        .reason { display: block; font-style: italic; } .raw summary { font-size: .75rem; color: var(--soft); }
        .current.card { margin: .8rem 0; } .headline { display: flex; gap: .8rem; align-items: center; flex-wrap: wrap; margin: 0; }
        .headline .button { margin-left: auto; }

        /* Search */
        .results { list-style: none; margin: .6rem 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
        .results li { padding: .6rem 1rem; border-bottom: 1px solid var(--soft-line); } .results li:last-child { border: 0; }
        .results:empty { display: none; } .results a { font-weight: 600; } mark { background: var(--target); color: inherit; border-radius: 2px; }
        .search { display: flex; gap: .5rem; margin: .6rem 0; } .search input { flex: 1; max-width: 40rem; font-size: 1rem; padding: .45rem .7rem; }

        @media (max-width: 60rem) {
          .frame { display: block; }
          .side { padding: .4rem .8rem; border-bottom: 1px solid var(--line); background: var(--card); overflow-x: auto; }
          .side h2, .side .zones { display: none; }
          .side ul { display: flex; gap: .15rem; } .side a { white-space: nowrap; padding: .3rem .55rem; }
          main { padding: .9rem 1rem 2rem; } .top { padding: .5rem 1rem; }
        }
        @media (max-width: 45rem) {
          .study { white-space: normal; } .find, .find input { flex: 1; width: auto; } p.find { flex: none; }
          h1 { font-size: 1.25rem; }
          .facts { grid-template-columns: 1fr; } .facts div { grid-template-columns: 8rem minmax(0, 1fr); }
          /* Rows become cards, each cell with its column's name before it. */
          .records, .slots, .versions, .expiring, .findings, .waivers, .people, .coverage, .matrix, .latest, .miles { display: block; }
          :is(.records, .slots, .versions, .expiring, .findings, .waivers, .people, .coverage, .matrix, .latest, .miles) :is(tbody, tr, td, th[scope=row]) { display: block; }
          :is(.records, .slots, .versions, .expiring, .findings, .waivers, .people, .coverage, .matrix, .latest, .miles) thead { display: none; }
          :is(.records, .slots, .versions, .expiring, .findings, .waivers, .people, .coverage, .matrix, .latest, .miles) tr { padding: .5rem .2rem; border-bottom: 1px solid var(--line); }
          .records tr.record { border-bottom: 0; } .records tr.under { border-bottom: 1px solid var(--line); padding: 0; }
          :is(.records, .slots, .versions, .expiring, .findings, .waivers, .people, .coverage, .matrix, .latest, .miles) :is(td, th[scope=row]) { border: 0; padding: .12rem .7rem; }
          .records tr.record > * { border: 0; padding: .12rem .7rem; }
          :is(td, .slots th, .expiring th, .findings th)[data-label] { display: grid !important; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 .6rem; text-align: left !important; }
          :is(td, .slots th, .expiring th, .findings th)[data-label]::before { content: attr(data-label); color: var(--soft); font-size: .8125rem; }
          :is(td, .slots th, .expiring th, .findings th)[data-label] > * { grid-column: 2; justify-self: start; }
          :is(td, .slots th, .expiring th, .findings th)[data-label] > .bar { justify-self: stretch; }
          .matrix { min-width: 0; } .matrix td:has(> .none) { display: none !important; } .act { text-align: left; padding: .4rem .7rem !important; }
          .line { display: block; } .tree .head { display: none; }
          .counts { display: flex; flex-wrap: wrap; gap: 0 .7rem; text-align: left; font-size: .8125rem; color: var(--soft); }
          .counts .word { position: static; width: auto; height: auto; clip-path: none; overflow: visible; } .counts .zero { display: none; }
          .tree .branch > .line { padding-left: 1rem; }
          .pager { flex-wrap: wrap; }
        }
        @media print {
          :root { color-scheme: light; --page: #fff; --card: #fff; --shadow: none; }
          body { font-size: 9.5pt; } .side, .find, .skip, .filter, .toggle, .toggle + label, .pager, .act { display: none !important; }
          .frame { display: block; } main { padding: 0; } .top { padding: 0 0 .4rem; } .wide { overflow: visible; border: 0; border-radius: 0; }
          details::details-content { content-visibility: visible; block-size: auto; }
          thead { display: table-header-group; } thead th { position: static; } tr, li, .card { break-inside: avoid; } tr.under { break-inside: auto; } tr.record { break-after: avoid; } .chart > .wide > svg { min-width: 0; } h2 { break-after: avoid; }
          /* Reasons stand below their row, over the whole width: a column of them leaves two rows to a page. */
          :is(.slots, .findings), :is(.slots, .findings) :is(thead, tbody) { display: block; } :is(.slots, .findings) tr { display: flex; flex-wrap: wrap; border-bottom: 1px solid var(--line); }
          :is(.slots, .findings) :is(th, td) { flex: 1 1 0; min-width: 0; width: auto; white-space: normal; border: 0; padding-bottom: 0; }
          .slots td:last-child, .findings [data-label=Finding] { order: 1; flex-basis: 100%; width: auto; padding: 0 .75rem .4rem; } .slots thead th:last-child, .findings thead th:nth-child(3) { display: none; }
          .why .sentences { margin: 0; padding: 0; } .why li { display: inline; } .why li:not(:last-child)::after { content: " "; }
          a { color: inherit; text-decoration: none; } .bar, .status, [class^=heat-] { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        """#
}
