"""Pages for the tests, each in a context of its own with a watch over it; they are cleaned and used again."""

import json

from playwright.sync_api import Browser, Page

from tests.browser.watching import Watch

PATIENCE = 15_000  # milliseconds until a test gives up; it goes on as soon as the page is there
USUAL = {"locale": "en-US", "reduced_motion": "reduce", "color_scheme": "light"}
MEDIA = ("reduced_motion", "color_scheme")


class Tab:
    """One page in a context of its own, with the ``options`` of Playwright's contexts."""

    def __init__(self, browser: Browser, origins: tuple[str, ...], options: dict) -> None:
        self._origins = origins
        self._options = options
        self._context = browser.new_context(base_url=origins[0], **options)
        self._context.set_default_timeout(PATIENCE)
        self.watch = Watch(self._context, origins)
        self.page: Page = self._context.new_page()

    def clean(self) -> None:
        """Leave nothing of a test but what the browser has compiled and cached, which makes the next page quick."""
        self.page.unroute_all()
        self.page.goto("about:blank")
        session = self._context.new_cdp_session(self.page)
        for origin in self._origins:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
        session.detach()
        self.page.emulate_media(media="screen", **{feature: self._options[feature] for feature in MEDIA})
        self.page.set_viewport_size(self._options["viewport"])
        self.page.mouse.move(0, 0)

    def close(self) -> None:
        self._context.close()


class Tabs:
    """The tabs that wait to be used again, by their options. The first of ``origins`` is that of their pages."""

    def __init__(self, browser: Browser, *origins: str) -> None:
        self._browser = browser
        self._origins = origins
        self._waiting: dict[str, list[Tab]] = {}

    def take(self, options: dict, *, fresh: bool = False) -> Tab:
        """A tab that waits, or a new one."""
        waiting = self._waiting.get(_key(options))
        return waiting.pop() if waiting and not fresh else Tab(self._browser, self._origins, options)

    def give_back(self, tab: Tab, options: dict) -> None:
        """Let a tab wait for the next test."""
        tab.clean()
        self._waiting.setdefault(_key(options), []).append(tab)

    def close(self) -> None:
        for waiting in self._waiting.values():
            for tab in waiting:
                tab.close()


def _key(options: dict) -> str:
    return json.dumps(options, sort_keys=True)


class Visits:
    """Opens pages of the server, each in a context of its own with a watch over it.

    ``visits("/guide", width=390)``; ``tolerated`` are remarks of the browser that the test provokes (see Watch),
    ``before(page)`` prepares the page before it goes anywhere, other options are those of Playwright's contexts.
    A page that is prepared or ``fresh`` is used for this one visit only: what is left in it by ``page.on``,
    ``page.clock`` or ``page.add_init_script`` cannot be cleaned away.
    """

    def __init__(self, tabs: Tabs) -> None:
        self._tabs = tabs
        self._open: list[tuple[Tab, dict, bool]] = []

    def __call__(self, path="/", *, width=1440, height=900, tolerated=(), before=None, fresh=False, **options) -> Page:
        options = USUAL | {"viewport": {"width": width, "height": height}} | options
        fresh = fresh or before is not None
        tab = self._tabs.take(options, fresh=fresh)
        self._open.append((tab, options, not fresh))
        tab.watch.begin(tolerated)
        if before:
            before(tab.page)
        tab.page.goto(path)
        return tab.page

    def end(self, *, failed: bool = False) -> None:
        """Fail if a page did what no page may do; what a test that failed has left is not used again."""
        try:
            for tab, _, _ in self._open:
                tab.watch.check()
        except AssertionError:
            failed = True
            raise
        finally:
            for tab, options, again in self._open:
                if again and not failed:
                    self._tabs.give_back(tab, options)
                else:
                    tab.close()
