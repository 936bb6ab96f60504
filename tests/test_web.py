"""The page's scripts under their own tests, run by Node."""

import subprocess
import sys
from pathlib import Path

WEB = Path(__file__).parent.parent / "web"


def test_the_scripts_pass_their_own_tests():
    """Store, migrations, text and rules: `web/test/`."""
    node = Path(sys.executable).parent / "node"
    done = subprocess.run([node, "test.mjs"], cwd=WEB, capture_output=True, text=True, timeout=120)
    assert 0 == done.returncode, done.stdout + done.stderr
