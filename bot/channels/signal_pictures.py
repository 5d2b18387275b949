"""Links as pictures that a telephone's camera reads, as signal-cli-rest-api takes files along."""

from collections.abc import Sequence

import segno

PNG = "data:image/png;"


def as_files(links: Sequence[str]) -> list[str] | None:
    """Draw each link as a QR code; None where there is none to draw."""
    drawn = (segno.make_qr(link, error="m").png_data_uri(scale=8, border=4) for link in links)
    return [f"{PNG}filename={number}.png;{each.removeprefix(PNG)}" for number, each in enumerate(drawn, 1)] or None
