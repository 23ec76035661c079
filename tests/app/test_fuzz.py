"""Requests drawn from the OpenAPI document, good ones and bad ones: every answer is one that the document describes."""

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from app.main import create_app
from app.settings import Settings

schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(Settings()))


@schema.parametrize()
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case):
    case.call_and_validate(excluded_checks=[positive_data_acceptance])  # a grammar is no schema: most strings are 422
