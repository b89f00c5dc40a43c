"""A small domain of our own in the XML of GENIUS: a convoy of grain, and what it is worth."""

from pathlib import Path

DOMAIN = """\
<negotiation_template number_of_sessions="1">
<agent class="" name="" utility_space=""></agent>
<utility_space number_of_issues="3">
<objective index="0" description="" name="Grain convoy" type="objective" etype="objective">
<issue index="1" name="Escort" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="none"></item>
<item index="2" value="police"></item>
<item index="3" value="soldiers"></item>
</issue>
<issue index="2" name="Trucks" vtype="integer" type="integer" etype="integer"
  lowerbound="1" upperbound="5"></issue>
<issue index="3" name="Fee" vtype="real" type="real" etype="real">
<range lowerbound="0" upperbound="10"></range>
</issue>
</objective>
</utility_space>
</negotiation_template>
"""

AGENCY = """\
<utility_space>
<objective index="0" description="" name="Grain convoy" type="objective" etype="objective">
<issue index="1" name="Escort" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="none" cost="0.0" evaluation="8"></item>
<item index="2" value="police" evaluation="4"></item>
<item index="3" value="soldiers" evaluation="2"></item>
</issue>
<issue index="2" name="Trucks" vtype="integer" type="integer" etype="integer"
  lowerbound="1" upperbound="5"><evaluator ftype="linear" offset="0.2" slope="0.2"></evaluator>
</issue>
<issue index="3" name="Fee" vtype="real" type="real" etype="real">
<range lowerbound="0" upperbound="10"></range>
<evaluator ftype="linear" parameter0="1" parameter1="-0.1"></evaluator>
</issue>
<weight index="1" value="0.5"></weight>
<weight index="2" value="0.3"></weight>
<weight index="3" value="0.2"></weight>
</objective>
<discount_factor value="0.9"></discount_factor>
<reservation value="0.4"></reservation>
</utility_space>
"""

TOWN = """\
<utility_space type="UNCERTAIN">
<objective index="0" description="" name="Grain convoy" type="objective" etype="objective">
<issue index="1" name="Escort" vtype="discrete" type="discrete" etype="discrete">
<item index="1" value="none" evaluation="1"></item>
<item index="2" value="police" evaluation="10"></item>
<item index="3" value="soldiers" evaluation="5"></item>
</issue>
<issue index="2" name="Trucks" vtype="integer" type="integer" etype="integer"
  lowerbound="1" upperbound="5"><evaluator ftype="linear" offset="1.1" slope="-0.2"></evaluator>
</issue>
<issue index="3" name="Fee" vtype="real" type="real" etype="real">
<evaluator ftype="triangular" parameter0="-1" parameter1="11" parameter2="5"></evaluator>
</issue>
<weight index="1" value="0.25"></weight>
<weight index="2" value="0.25"></weight>
<weight index="3" value="0.5"></weight>
</objective>
<comparisons>
100
</comparisons>
</utility_space>
"""

FILES = {"grain.xml": DOMAIN, "agency.xml": AGENCY, "town.xml": TOWN}


def lay(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the three files into a folder, some of them changed, left out (None) or added."""
    folder.mkdir(exist_ok=True)
    everything = FILES | {f"{name}.xml": text for name, text in changed.items()}
    for name, text in everything.items():
        if text is not None:
            content = text if isinstance(text, bytes) else text.encode()
            (folder / name).write_bytes(content)
    return folder


def swapped(text: str, old: str, new: str) -> str:
    """Return a file with one thing replaced, which must be there."""
    assert old in text, old
    return text.replace(old, new, 1)
