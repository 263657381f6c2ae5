extension Assets {
    /// What the drawing of the trend needs.
    static let trendStyleText = #"""

        /* Trend */
        figure.card { margin: 0 0 1rem; padding: .8rem 1rem; }
        svg.trend { display: block; width: 100%; max-width: 60rem; height: auto; font-size: 12px; }
        .trend .grid { stroke: var(--line); }
        .trend .scale { fill: var(--soft); }
        .trend polyline { fill: none; stroke-width: 2; }
        .trend g text { fill: var(--ink); font-weight: 600; }
        .trend .complete { fill: var(--good); stroke: none; } .trend .complete polyline { stroke: var(--good); }
        .trend .timely { fill: var(--link); } .trend .timely polyline { stroke: var(--link); stroke-dasharray: 7 4; }
        .trend .quality { fill: var(--pending); } .trend .quality polyline { stroke: var(--pending); stroke-dasharray: 2 3; }
        @media (max-width: 42rem) { svg.trend { font-size: 17px; overflow: visible; } }

        """#
}
