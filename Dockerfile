# syntax=docker/dockerfile:1

# The front end: static/dist, built by esbuild from the locked packages.
FROM node:22-slim AS frontend
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY scripts/*.mjs scripts/
COPY static static
RUN node scripts/build.mjs

# The Python packages, in an environment that the last stage takes over as it is.
FROM python:3.13-slim AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
COPY requirements requirements
RUN python -m venv /opt/backend \
 && /opt/backend/bin/pip install --require-hashes --no-deps -r requirements/build.txt \
 && python -m venv /opt/chainrule \
 && /opt/chainrule/bin/pip install --require-hashes --no-deps --only-binary :all: -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY scripts/wheel_hook.py scripts/
COPY engine engine
COPY app app
COPY templates templates
COPY --from=frontend /build/static static
RUN /opt/backend/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
 && /opt/chainrule/bin/pip install --no-deps --no-index dist/*.whl \
 && /opt/chainrule/bin/python -m compileall -q /opt/chainrule/lib \
 && /opt/chainrule/bin/pip uninstall --yes pip

# What runs: the interpreter, the environment and fonts for PNG pictures, no compiler, no npm, no pip, no root.
FROM python:3.13-slim AS server
RUN apt-get update \
 && apt-get install --yes --no-install-recommends fonts-dejavu-core fonts-nanum \
 && rm -rf /var/lib/apt/lists/* \
 && python -m pip uninstall --yes --root-user-action=ignore pip \
 && useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin chainrule
COPY --from=packages /opt/chainrule /opt/chainrule
ENV PATH=/opt/chainrule/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
USER 10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2).read()"]
CMD ["chainrule", "serve", "--host", "0.0.0.0", "--port", "8000"]
