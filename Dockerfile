# The service as one image: `doorstep serve` answers webhooks, `doorstep worker` delivers.

FROM python:3.11.14-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/doorstep
COPY requirements.lock ./
RUN /opt/doorstep/bin/pip install --no-cache-dir --no-compile --require-hashes -r requirements.lock
COPY pyproject.toml ./
COPY bot bot
COPY flows flows
COPY storage storage
# Compiled here, since the running container cannot write beside its code.
RUN /opt/doorstep/bin/pip install --no-cache-dir --no-compile --no-deps . \
    && /opt/doorstep/bin/python -m compileall -q /opt/doorstep/lib

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /var/lib/doorstep --create-home doorstep \
    && install --directory --owner=10001 --group=10001 --mode=700 /var/lib/doorstep/data
COPY --from=build /opt/doorstep /opt/doorstep
ENV PATH=/opt/doorstep/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /var/lib/doorstep
COPY doorstep.toml ./
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/readyz', timeout=4)"]
ENTRYPOINT ["doorstep"]
CMD ["serve"]
