extension ReportPage {
    /// Black on white, one sheet of A4; the page's policy allows exactly this text.
    static let style = """
        @page{size:A4;margin:8mm 10mm}\
        *{box-sizing:border-box}\
        body{font:8.5pt/1.3 "DejaVu Sans",Verdana,Arial,sans-serif;color:#111;background:#fff;max-width:190mm;margin:0 auto}\
        h1{font-size:13pt;margin:0}\
        h2{font-size:9.5pt;margin:0 0 1mm;border-bottom:.3mm solid #222}\
        p{margin:0}\
        .for{color:#333;margin:0 0 2mm}\
        .small{color:#333;font-size:7.5pt}\
        .draft{border:.7mm solid #111;padding:1mm 3mm;font-weight:bold;text-align:center;margin:0 0 2mm}\
        main{display:grid;grid-template-columns:1fr 1fr;gap:2mm 6mm}\
        section{break-inside:avoid;min-width:0}\
        .wide{grid-column:1/3}\
        svg{display:block;width:100%}\
        body>svg{position:absolute;width:0;height:0}\
        table{border-collapse:collapse;width:100%;margin-top:1mm;font-size:7.5pt}\
        caption{text-align:left;color:#333;font-size:7pt;padding-bottom:.5mm}\
        th,td{text-align:left;font-weight:normal;padding:.4mm .8mm;border-bottom:.2mm solid #bbb;vertical-align:top}\
        .steps th[scope=row]{white-space:nowrap}\
        thead th{font-weight:bold;border-bottom:.3mm solid #444}\
        .n{text-align:right;font-variant-numeric:tabular-nums}\
        td.n{white-space:nowrap}\
        td:not(.n),th+th:not(.n){padding-left:3mm}\
        ul{margin:1mm 0 0;padding-left:4mm;font-size:7pt;color:#222}\
        @media screen{body{margin:6mm auto;padding:0 4mm}}
        """
}
