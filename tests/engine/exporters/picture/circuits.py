"""Programs to draw, and words that must not do anything wherever they are written."""

from app.examples import examples

SIGMOID = "1/(1+exp(-(w0x0+w1x1+w2)))"
SLIDE = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
EXAMPLES = {row["id"]: row for row in examples("en")}

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
    "a\u202eb\u2066c\u200f",
    "two\nlines\r\n% and a third\u2028fourth",
    "\x00\x1b\x7f\ud800\uffff",
    "&amp; &lt; &#x3c;",
    "시그모이드 뉴런",
]


def request_of(name):
    """The fields of an example that are part of a request."""
    return {key: EXAMPLES[name][key] for key in ("expression", "inputs", "upstream", "fold") if key in EXAMPLES[name]}
