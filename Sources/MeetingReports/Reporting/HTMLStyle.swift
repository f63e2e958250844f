/// The style sheet of the page.
enum HTMLStyle {
    /// Colours keep a contrast of 4.5 to 1 for text (Web Content Accessibility Guidelines 2.2, 1.4.3), light and dark.
    static let text = """
        :root {
          --page: #ffffff; --text: #1c1e21; --soft: #5a6069; --line: #d5d9df; --panel: #f5f6f8; --link: #0b57a4;
          --error: #b3181f; --error-back: #fde3e2; --warning: #7a4a00; --warning-back: #fdeecb;
          --info: #0b57a4; --info-back: #dfedfb; --good: #14652f; --good-back: #dcf3e2;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #16181c; --text: #e6e8eb; --soft: #a3abb6; --line: #383d45; --panel: #1f2227; --link: #85bdf6;
            --error: #ff9b95; --error-back: #4c1b1d; --warning: #f3c469; --warning-back: #43320d;
            --info: #85bdf6; --info-back: #14324f; --good: #84d79b; --good-back: #153a21;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 4rem; background: var(--page); color: var(--text);
          font: 1rem/1.5 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif;
        }
        h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 0.75rem; font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; }
        section { border-top: 1px solid var(--line); margin-top: 2.5rem; }
        section > h2 { margin-top: 1.5rem; }
        .lead { margin: 0.5rem 0 0; color: var(--soft); }
        a { color: var(--link); }
        code, .listing, .path, dd { font-family: ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; }
        .verdicts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.5rem 0 0; padding: 0; list-style: none; }
        .verdicts li { flex: 1 1 8rem; padding: 0.6rem 0.9rem; border-radius: 0.4rem; background: var(--panel); }
        .verdicts b { display: block; font-size: 1.5rem; line-height: 1.2; }
        .verdicts .none { color: var(--soft); }
        .verdicts .valid, .badge.valid { background: var(--good-back); color: var(--good); }
        .verdicts .review, .verdicts .unchecked, .badge.review, .badge.unchecked, .badge.warning {
          background: var(--warning-back); color: var(--warning);
        }
        .verdicts .invalid, .verdicts .failed, .badge.invalid, .badge.failed, .badge.error {
          background: var(--error-back); color: var(--error);
        }
        .badge.info, .badge.known { background: var(--info-back); color: var(--info); }
        .badge {
          display: inline-block; padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.8125rem; font-weight: 600;
          white-space: nowrap; vertical-align: 0.1em;
        }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; }
        caption { padding: 0.4rem 0; color: var(--soft); font-size: 0.875rem; text-align: left; }
        th, td { padding: 0.4rem 1.25rem 0.4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { color: var(--soft); font-size: 0.875rem; white-space: nowrap; }
        tbody th { min-width: 11rem; font-weight: 400; overflow-wrap: anywhere; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .findings td:last-child { width: 100%; overflow-wrap: anywhere; }
        .code { color: var(--soft); font-size: 0.875em; }
        .path { color: var(--soft); font-size: 0.8125rem; }
        .more { color: var(--soft); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; margin: 0.5rem 0; font-size: 0.875rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .listing { margin: 0.75rem 0; background: var(--panel); font-size: 0.8125rem; line-height: 1.5; }
        .listing caption { font-family: system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
        .listing th, .listing td { padding: 0 0.75rem; border: 0; }
        .listing th {
          width: 1%; min-width: 0; color: var(--soft); font-weight: 400; text-align: right; white-space: nowrap;
          overflow-wrap: normal; user-select: none;
        }
        .listing td { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
        .listing code, .listing mark { font: inherit; }
        .listing .hit th { color: var(--text); font-weight: 600; }
        .listing .gap td { color: var(--soft); }
        .listing i { color: var(--soft); font-style: normal; }
        .listing .note td { padding-bottom: 0.15rem; font-family: system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
        .listing .note td:last-child { border-left: 3px solid; }
        .listing .note a { display: inline-block; min-width: 2.5em; color: inherit; }
        .note.error, mark.error { color: var(--error); }
        .note.warning, mark.warning { color: var(--warning); }
        .note.info, mark.info { color: var(--info); }
        .note.related, mark.related { color: var(--soft); }
        mark { background: var(--info-back); border-radius: 2px; text-decoration: underline; text-underline-offset: 2px; }
        mark.error { background: var(--error-back); }
        mark.warning { background: var(--warning-back); }
        mark.related { background: none; text-decoration-style: dotted; }
        footer { margin-top: 2.5rem; border-top: 1px solid var(--line); }
        footer h2 { margin-top: 1.5rem; }
        @media (max-width: 40rem) {
          body { padding: 1.25rem 1rem 3rem; }
          th, td { padding-right: 0.75rem; }
          tbody th { min-width: 7rem; }
          .inputs th, .inputs td { padding-right: 0.5rem; }
          .inputs thead th { font-size: 0.75rem; }
          .inputs th:nth-child(2), .inputs td:nth-child(2), .inputs td:nth-child(3), .inputs th:nth-child(3) { display: none; }
          .inputs th:last-child, .inputs td:last-child { display: none; }
          .findings thead { display: none; }
          .findings tr { display: block; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
          .findings td { display: inline-block; padding: 0 0.75rem 0 0; border: 0; }
          .findings td:last-child { display: block; }
        }
        @media print {
          :root {
            --page: #ffffff; --text: #000000; --soft: #444444; --line: #aaaaaa; --panel: #ffffff; --link: #000000;
            --error: #8c1015; --error-back: #fde3e2; --warning: #5e3900; --warning-back: #fdeecb;
            --info: #0b3f75; --info-back: #dfedfb; --good: #0e4a22; --good-back: #dcf3e2;
          }
          @page { margin: 18mm 15mm; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          a { text-decoration: none; }
          .badge, mark, .verdicts li { border: 1px solid; }
          mark { border-width: 0 0 1px; }
          .wide { overflow: visible; }
          thead { display: table-header-group; }
          tr, dl, .verdicts li { break-inside: avoid; }
          h2, caption, thead { break-after: avoid; }
          tbody tr:first-child { break-before: avoid; }
          .listing { border: 1px solid var(--line); font-size: 8.5pt; }
        }

        """
}
