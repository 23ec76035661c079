"""Settings from the environment."""

import pytest

from app.settings import SettingError, Settings
from engine import Limits


def test_an_empty_environment_gives_the_defaults():
    assert Settings.from_environment({}) == Settings()


def test_every_setting_has_a_variable():
    settings = Settings.from_environment(
        {
            "CHAINRULE_BODY_BYTES": "1000",
            "CHAINRULE_NODES": "50",
            "CHAINRULE_ALLOWED_HOSTS": "Example.org, ,localhost",
            "CHAINRULE_LOG_FORMAT": "text",
            "CHAINRULE_LIMITS": "ignored",
            "PATH": "x",
        }
    )
    assert settings.body_bytes == 1000
    assert settings.limits == Limits(nodes=50)
    assert settings.allowed_hosts == ("example.org", "localhost")
    assert settings.log_format == "text"


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "many", "²", "٣"])
def test_a_number_must_be_one(text):
    with pytest.raises(SettingError, match="CHAINRULE_CACHE_BYTES"):
        Settings.from_environment({"CHAINRULE_CACHE_BYTES": text})


def test_a_log_format_must_be_known():
    with pytest.raises(SettingError, match="json or text"):
        Settings.from_environment({"CHAINRULE_LOG_FORMAT": "xml"})


def test_the_engines_limits_reach_the_engine(client_with):
    response = client_with(limits=Limits(nodes=3)).evaluate("a+a+a+a", {"a": 1})
    assert (response.status_code, response.json()["limit"], response.json()["maximum"]) == (413, "nodes", 3)
