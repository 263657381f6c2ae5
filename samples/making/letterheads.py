"""Who writes: names, addresses and the look of their paper. Everybody here is invented."""

ALL = {
    "sponsor": {"name": "Example Pharma", "under": "Clinical Development · Musterallee 1 · 00001 Musterstadt", "look": "band",
                "ink": "0.06 0.27 0.45", "tint": "0.88 0.93 0.97", "body": "sans"},
    "cro": {"name": "Example CRO", "under": "Clinical Operations · 4 Placeholder Road · Sampleton", "look": "rule",
            "ink": "0.12 0.40 0.30", "tint": "0.89 0.95 0.92", "body": "sans"},
    "lab": {"name": "Central Lab Example", "under": "Laborgasse 12 · 00002 Probenheim · central-lab.example", "look": "rule",
            "ink": "0.42 0.16 0.42", "tint": "0.95 0.91 0.95", "body": "sans"},
    "edc": {"name": "Example Data Systems", "under": "Electronic data capture · 77 Column Street · Rowbridge", "look": "band",
            "ink": "0.20 0.22 0.30", "tint": "0.91 0.92 0.94", "body": "sans"},
    "h101": {"name": "Universitätsklinikum Musterstadt", "under": "Klinik für Dermatologie und Allergologie · Am Muster 7 · 00001 Musterstadt",
             "look": "rule", "ink": "0.00 0.30 0.50", "tint": "0.90 0.94 0.97", "body": "sans"},
    "h102": {"name": "Klinikum Beispielhausen", "under": "Hautklinik · Beispielweg 3 · 00003 Beispielhausen", "look": "band",
             "ink": "0.35 0.42 0.10", "tint": "0.94 0.95 0.88", "body": "sans"},
    "h201": {"name": "Hôpital Saint-Exemple", "under": "Service de dermatologie · 15, rue du Modèle · 00201 Ville-Exemple", "look": "rule",
             "ink": "0.50 0.15 0.15", "tint": "0.97 0.91 0.91", "body": "serif"},
    "h301": {"name": "Sample Royal Infirmary", "under": "Department of Dermatology · 1 Specimen Square · Sampleton", "look": "rule",
             "ink": "0.05 0.20 0.42", "tint": "0.90 0.92 0.97", "body": "sans"},
    "ra-deu": {"name": "Musterbehörde für Arzneimittelprüfungen", "under": "Fachgebiet Klinische Prüfung · Amtsplatz 2 · 00004 Amtsstadt",
               "look": "crest", "ink": "0.10 0.10 0.10", "tint": "0.93 0.93 0.93", "body": "serif"},
    "ra-fra": {"name": "Agence Exemple du Médicament", "under": "Direction des essais cliniques · 2, place du Modèle · 00202 Ville-Exemple",
               "look": "crest", "ink": "0.10 0.15 0.45", "tint": "0.92 0.93 0.97", "body": "serif"},
    "ra-gbr": {"name": "Sample Medicines Authority", "under": "Clinical Trials Unit · 10 Placeholder Terrace · Sampleton", "look": "crest",
               "ink": "0.15 0.15 0.30", "tint": "0.92 0.92 0.96", "body": "serif"},
    "ec-deu": {"name": "Ethik-Kommission der Universität Musterstadt", "under": "Geschäftsstelle · Am Muster 1 · 00001 Musterstadt",
               "look": "crest", "ink": "0.10 0.10 0.10", "tint": "0.93 0.93 0.93", "body": "serif"},
    "ec-fra": {"name": "Comité de protection des personnes Exemple-Nord", "under": "Secrétariat · 8, allée des Essais · 00203 Ville-Exemple",
               "look": "crest", "ink": "0.10 0.10 0.10", "tint": "0.93 0.93 0.93", "body": "serif"},
    "insurer": {"name": "Muster-Versicherung", "under": "Abteilung Probandenversicherung · Policenweg 9 · 00005 Haftstadt", "look": "band",
                "ink": "0.50 0.25 0.00", "tint": "0.98 0.94 0.88", "body": "sans"},
    "assureur": {"name": "Assurances Exemple", "under": "Responsabilité civile promoteur · 3, quai du Contrat · 00204 Ville-Exemple",
                 "look": "band", "ink": "0.30 0.10 0.40", "tint": "0.94 0.91 0.96", "body": "sans"},
    "academy": {"name": "GCP Academy Example", "under": "Good clinical practice training · online and on site", "look": "crest",
                "ink": "0.45 0.33 0.05", "tint": "0.97 0.95 0.88", "body": "serif"},
    "accreditor": {"name": "Accreditation Board Example", "under": "Medical laboratories · 21 Norm Street · Standardville", "look": "crest",
                   "ink": "0.05 0.30 0.30", "tint": "0.89 0.95 0.95", "body": "serif"},
    "factory": {"name": "Example Pharma Manufacturing", "under": "Quality Unit · Werkstraße 40 · 00006 Produktheim", "look": "band",
                "ink": "0.06 0.27 0.45", "tint": "0.88 0.93 0.97", "body": "sans"},
    "plain": {"name": "", "under": "", "look": "none", "ink": "0 0 0", "tint": "0.92 0.92 0.92", "body": "serif"},
}


def draw(layout, style):
    """Draws the head of a first page and returns the height at which the text begins."""
    from .pdf import LEFT, RIGHT, WIDTH, advance
    look, ink, name, under = style["look"], style["ink"], style["name"], style["under"]
    bold = "F2" if style["body"] == "sans" else "F4"
    if look == "band":
        layout.fill(0, 786, WIDTH, 56, ink)
        layout.say(LEFT, 812, name, bold, 17, "1 1 1")
        layout.say(LEFT, 797, under, layout.body, 8, "0.9 0.9 0.9")
        return 760
    if look == "rule":
        layout.fill(LEFT, 790, 22, 22, ink)
        layout.fill(LEFT + 9, 794, 4, 14, "1 1 1")
        layout.fill(LEFT + 4, 799, 14, 4, "1 1 1")
        layout.say(LEFT + 32, 803, name, bold, 14, ink)
        layout.say(LEFT + 32, 791, under, layout.body, 8, "0.35 0.35 0.35")
        layout.rule(LEFT, 780, RIGHT, 780, 1.2, ink)
        return 754
    if look == "crest":
        centre = WIDTH / 2
        layout.draw(f"{ink} RG 1.3 w {centre - 11} 822 m {centre + 11} 822 l {centre + 11} 808 l "
                    f"{centre + 11} 800 {centre + 4} 796 {centre} 793 c {centre - 4} 796 {centre - 11} 800 "
                    f"{centre - 11} 808 c h S {centre} 820 m {centre} 797 l S {centre - 9} 810 m {centre + 9} 810 l S")
        layout.say(centre - advance(name, bold, 14) / 2, 774, name, bold, 14, ink)
        layout.say(centre - advance(under, layout.body, 8.5) / 2, 760, under, layout.body, 8.5, "0.35 0.35 0.35")
        layout.rule(LEFT, 750, RIGHT, 750, 0.8, ink)
        return 728
    return 790
