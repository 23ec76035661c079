"""Words that must not do anything wherever they are written: one table for all exports."""

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]></desc><script>1</script>",
    r"};\draw (0,0) -- (1,1);",
    r"\write18{touch pwned}",
    r"\input{/etc/passwd} $x^2_1$ 100% #1 & ~",
    '"]; x [label="',
    "\\",
    '\\"',
    "{{7*7}} {% raw %}",
    "</style></title><script>alert(1)</script>",
    "--> <!-- <script>alert(1)</script> -->",
    r"\end{tikzpicture}\end{document}\catcode`\%=12",
    '"""\nimport os\nos.system("touch pwned")\n"""',
    "a\u202eb\u2066c\u200f",
    "two\nlines\r\n% and a third\u2028fourth",
    "\x00\x1b\x7f\ud800\uffff",
    "&amp; &lt; &#x3c;",
    "시그모이드 뉴런",
]
