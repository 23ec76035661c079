"""The cache of answers, what counts as small, and the queue for the rest."""

import asyncio
import threading

import pytest

from app.errors import RequestProblem
from app.limits import AnswerCache, Workshop, is_small


def test_the_cache_keeps_answers_by_kind_and_body():
    cache = AnswerCache(1_000)
    cache.put("evaluate", b"a", b"1")
    cache.put("parse", b"a", b"2")
    assert (cache.get("evaluate", b"a"), cache.get("parse", b"a"), cache.get("evaluate", b"b")) == (b"1", b"2", None)


def test_the_cache_forgets_what_was_used_longest_ago():
    cache = AnswerCache(100)
    for body in (b"a", b"b", b"c", b"d"):
        cache.put("x", body, b"0" * 23)
    cache.get("x", b"a")
    cache.put("x", b"e", b"0" * 23)
    assert cache.get("x", b"a")
    assert cache.get("x", b"b") is None
    assert len(cache) == 4
    assert cache.bytes == 96


def test_the_cache_keeps_nothing_that_would_fill_it():
    cache = AnswerCache(100)
    cache.put("x", b"a", b"0" * 25)
    assert (len(cache), cache.bytes) == (0, 0)


def test_the_cache_counts_a_repeated_answer_once():
    cache = AnswerCache(100)
    cache.put("x", b"a", b"0" * 9)
    cache.put("x", b"a", b"0" * 9)
    assert cache.bytes == 10


def test_an_answer_is_kept_but_not_across_languages_or_calls(client_with, slide):
    client = client_with()
    cache = client.app.state.desk.cache
    english = client.evaluate("W*x", {"W": [[1, 2]], "x": [3, 4]}).json()
    assert len(cache) == 1
    korean = client.evaluate("W*x", {"W": [[1, 2]], "x": [3, 4]}, headers={"accept-language": "ko"}).json()
    assert len(cache) == 2
    assert english["notices"][0]["message"] != korean["notices"][0]["message"]
    assert client.evaluate("W*x", {"W": [[1, 2]], "x": [3, 4]}).json() == english
    assert len(cache) == 2


def test_a_problem_is_not_kept(client_with):
    client = client_with()
    client.evaluate("(")
    assert len(client.app.state.desk.cache) == 0


@pytest.mark.parametrize(
    "body",
    [
        b'{"expression": "randn(9, 9)"}',
        b'{"expression": "zeros((9, 9))"}',
        b'{"expression": "x", "inputs": {"x": {"random": "normal", "shape": [9]}}}',
        b'{"expression": "f(x) = x; f(f(1))"}',
        b'{"expression": "f = lambda x: x\\nf(1)"}',
        b'{"expression": "x", "check": true}',
        b'{"expression": "softmax(x)", "edge": "e0"}',
        b'{"expression": "\\u0072andn(9, 9)"}',
        b'{"expression": "' + b"x+" * 1_000 + b'1"}',
    ],
)
def test_what_could_grow_is_not_small(body):
    assert not is_small(body)


def test_the_circuits_of_the_lecture_are_small():
    assert is_small(b'{"expression": "1/(1+exp(-(w0x0+w1x1+w2)))", "inputs": {"w0": 2}, "layout": true}')
    assert is_small(b'{"expression": "||W x||^2", "inputs": {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]}}')


def test_the_workshop_sends_away_whom_it_has_no_room_for():
    async def scenario():
        workshop, gate = Workshop(jobs=1, waiting=1), threading.Event()

        def work():
            gate.wait(10)
            return b"done"

        tasks = [asyncio.ensure_future(workshop.run(work)) for _ in range(2)]
        await asyncio.sleep(0)
        assert workshop.is_full
        with pytest.raises(RequestProblem) as caught:
            await workshop.run(work)
        gate.set()
        assert await asyncio.gather(*tasks) == [b"done", b"done"]
        assert workshop.inside == 0
        workshop.close()
        return caught.value

    refusal = asyncio.run(scenario())
    assert (refusal.code, refusal.headers["Retry-After"]) == ("busy", "2")


def test_the_workshop_passes_a_failure_on_and_frees_the_place():
    async def scenario():
        workshop = Workshop(jobs=1, waiting=0)
        with pytest.raises(ZeroDivisionError):
            await workshop.run(lambda: bytes(1 // 0))
        assert not workshop.is_full
        workshop.close()

    asyncio.run(scenario())
