"""Several programs of one file, each drawn into a file of its own: ``chainrule render --from programs.txt -o folder``.

A line is a program, its statements separated by ``;``, or a JSON object with the fields of a request. Empty lines and
comments are passed over. What is wrong with one line is told with its number, and the others are drawn all the same.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, NamedTuple

from app.drawing import NotDrawnError, drawn
from app.errors import Problem
from app.progress import Progress
from app.strict_json import strict_json
from app.terminal import FAILED, MOST_LEVELS, OK, complain, described
from engine import EngineError

LOOK = {"title", "step", "digits", "theme", "lang", "standalone", "scale"}
FIELDS = LOOK | {"expression", "inputs", "name", "fold", "unfold", "constants", "upstream", "seed"}  # of a line
FEW = 64  # programs that one process draws before others have started
CHUNK = 8  # programs that a process takes at a time

_OBJECT = re.compile(r'\s*\{\s*"')  # no program begins like this
_NAME = re.compile(r"\w[\w.-]{0,59}")


class Job(NamedTuple):
    """One program: where it stands, what it is, and the file that it is drawn into."""

    line: int
    source: Any
    inputs: Any
    wishes: Mapping[str, Any]
    form: str
    file: Path


class Complaint(NamedTuple):
    """What is wrong with a line."""

    line: int
    text: str


class LineError(Exception):
    """A line that is no program."""


class Batch(NamedTuple):
    """What all programs have in common: inputs and wishes, the format, the folder, and the ending of the files."""

    inputs: Mapping[str, Any]
    wishes: Mapping[str, Any]
    form: str
    folder: Path
    ending: str

    def jobs(self, text: str) -> list[Job | Complaint]:
        """A job for each program in ``text``; no two write the same file, and none writes outside the folder."""
        found: list[Job | Complaint] = []
        names: set[str] = set()
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip() and not line.lstrip().startswith("#"):
                try:
                    found.append(self._job(number, line, names))
                except LineError as error:
                    found.append(Complaint(number, str(error)))
        return found

    def _job(self, number: int, line: str, names: set[str]) -> Job:
        fields = _fields(line) if _OBJECT.match(line) else {"expression": line}
        name = fields.pop("name", f"{number:04}")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise LineError(
                "A name has at most 60 letters, digits, _, - and dots; it begins with none of the last two."
            )
        if name.casefold() in names:
            raise LineError(f"The name {name} is there twice.")
        names.add(name.casefold())
        source: Any = fields.pop("expression", None)
        given: Any = fields.pop("inputs", {})
        inputs = {**self.inputs, **given} if isinstance(given, dict) else given
        return Job(number, source, inputs, {**self.wishes, **fields}, self.form, self.folder / f"{name}{self.ending}")


def _fields(line: str) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = strict_json(line.encode(errors="replace"), MOST_LEVELS)
    except Problem as problem:
        raise LineError(str(problem)) from None
    unknown = fields.keys() - FIELDS
    if unknown:
        raise LineError(f"A line has no field {min(unknown)!r}; there are {', '.join(sorted(FIELDS))}.")
    return fields


def draw(job: Job | Complaint) -> Complaint | None:
    """Draw one program into its file; what is wrong with it is the result."""
    if isinstance(job, Complaint):
        return job
    try:
        job.file.write_bytes(drawn(job.source, job.inputs, job.form, job.wishes).content)
    except EngineError as error:
        return Complaint(job.line, described(error, job.source if isinstance(job.source, str) else ""))
    except NotDrawnError as error:
        return Complaint(job.line, str(error))
    except OSError as error:
        return Complaint(job.line, f"Cannot write {job.file}: {error.strerror or error}.")
    except MemoryError:
        return Complaint(job.line, "There is not enough memory for it.")
    return None


def draw_all(jobs: list[Job | Complaint], origin: str, processes: int) -> int:
    """Draw all programs of the file ``origin``; the exit code is 1 if one of them failed."""
    progress = Progress(len(jobs))
    try:
        for complaint in _results(jobs, processes):
            progress.done(f"{origin}:{complaint.line}: {complaint.text}" if complaint else None)
    except BrokenProcessPool:
        progress.end()
        return complain("A process that drew programs was ended from outside; what it had begun is not drawn.", FAILED)
    progress.end()
    return FAILED if progress.failed else OK


def _results(jobs: list[Job | Complaint], processes: int) -> Iterator[Complaint | None]:
    """The result of each program, in order."""
    if processes < 2 or len(jobs) <= FEW:
        yield from map(draw, jobs)
        return
    with ProcessPoolExecutor(processes, initializer=_start) as pool:
        yield from pool.map(draw, jobs, chunksize=CHUNK)


def _start() -> None:
    """A process that draws leaves hardly anything for the garbage collector, which takes a tenth of its time."""
    gc.freeze()
    gc.set_threshold(100_000)


def available_processors() -> int:
    """How many programs can be drawn at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
