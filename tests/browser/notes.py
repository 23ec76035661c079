"""The notes of a course: prose with two circuits in it, as a teacher would write them."""

STYLE = """<style>
  :root { color-scheme: light dark }
  body { margin: 0 auto; padding: 16px 24px; max-width: 44rem; font: 17px/1.5 Georgia, serif }
  h1 { margin: 16px 0; font-size: 30px; line-height: 1.2 }
  h2 { margin: 24px 0 0; font-size: 22px }
  p { margin: 12px 0 }
  chainrule-circuit { margin: 16px 0 8px }
  figcaption { color: light-dark(#555, #aaa); font-size: 15px }
  figure { margin: 0 }
  @media (prefers-color-scheme: dark) { body { background: #1b1b1f; color: #e6e3de } }
</style>"""

BODY = """<main>
<h1>Lecture 4: Backpropagation</h1>
<p>Every gate knows two things as soon as its inputs are there: its output, and its <em>local</em> gradients. It needs
to know nothing of the rest of the circuit.</p>
<figure>
<chainrule-circuit expression="(x + y) z" inputs="x:-2,y:5,z:-4" step="3" title="The circuit of (x + y) z" height="256">
</chainrule-circuit>
<figcaption>Step through it: first forward, then backward.</figcaption>
</figure>
<h2>A neuron</h2>
<p>The same works for every circuit. This one is a neuron with two weights and a bias; its last four gates are a
sigmoid.</p>
<figure>
<chainrule-circuit expression="1/(1+exp(-(w0x0+w1x1+w2)))" inputs="w0:2,x0:-1,w1:-3,x1:-2,w2:-3" fold="sigmoid"
  mode="view" title="A sigmoid neuron"></chainrule-circuit>
<figcaption>The sigmoid is folded into one gate.</figcaption>
</figure>
</main>"""


def notes(server: str) -> dict[str, str]:
    """The parts of the page for :meth:`tests.browser.course.Course.put`, with circuits of ``server``."""
    return {"body": BODY, "head": f'{STYLE}<script type="module" src="{server}/embed.js"></script>'}
