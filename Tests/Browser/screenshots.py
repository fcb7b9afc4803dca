"""Makes the pictures of the README: eight pages, in Swedish, 1280 and 390 px wide, under docs/images/web-*.png."""
import io
import json
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from demonstration_nodes import Country  # noqa: E402
from pages import GENETICIST, PATIENT, STATISTICIAN, STEWARD, Look  # noqa: E402
from signing_in import sign_in  # noqa: E402
from visitor import Visitor  # noqa: E402

PICTURES = [
    Look("start", "/", **GENETICIST),
    # One that is common enough for regions to say how common.
    Look("variant", "/variant/{common}", **STATISTICIAN),
    Look("gene", "/gene/FGFR3", **GENETICIST),
    Look("case", "/case/SE12-SUS-GMC/LUN25-LU01", **GENETICIST),
    Look("report", "/reports/12/{report}", **GENETICIST),
    Look("law", "/law", **GENETICIST),
    Look("sharing", "/sharing", **STEWARD),
    Look("my-data", "/me", **PATIENT),
]
# The top of a page, as tall as a README can show.
SIZES = {1280: 1100, 390: 1000}
BYTES = 150_000


def kept(picture, path):
    """As few colours as the file needs to be small: the pages are drawn in few."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (128, 64, 32):
        image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= BYTES:
            return
    raise SystemExit(f"screenshots: {path} is larger than {BYTES} bytes")


def main():
    folder, samsyn = os.environ["SAMSYN_DEMONSTRATION"], os.environ["SAMSYN_PROGRAM"]
    os.environ.setdefault("SAMSYN_SHARE", str(ROOT))
    images = ROOT / "docs" / "images"
    common = json.loads((Path(folder) / "made" / "plan.json").read_text())["commonVariant"]
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="samsyn-pictures.") as place, Country(folder, samsyn, Path(place) / "country") as country:
        report = country.report("12", "LUN25-LU01")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=arguments)
            for look in PICTURES:
                visitor = Visitor(browser, country.url(look.node), reduced_motion="reduce", color_scheme="light")
                sign_in(visitor, look.persona, look.purpose)
                for width, height in SIZES.items():
                    visitor.page.set_viewport_size({"width": width, "height": height})
                    visitor.open(look.path.format(common=common, report=report))
                    path = images / f"web-{look.name}-{width}.png"
                    kept(visitor.page.screenshot(), path)
                    print(f"{path.relative_to(ROOT)}  {path.stat().st_size} bytes")
                visitor.close()
            browser.close()


if __name__ == "__main__":
    main()
