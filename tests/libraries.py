"""A small library of invented municipalities: real files in a folder of their own, for tests to read and to change."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from composer.domain.letter import Letter
from composer.library.layers import load
from composer.library.library import Library

ROOT = Path(__file__).parent.parent
DAY = date(2024, 12, 20)

RECORDS = {
    "onderwerpen.yaml": """
        - {id: resolutie, titel: Resolutie, volgorde: 1}
        - {id: spuk, titel: SPUK, volgorde: 2, vraag: "Wat betekent dit voor ons?"}
    """,
    "sporen.yaml": """
        - {id: spuk-2025, titel: SPUK in 2025, onderwerp: spuk, vraag: "Is er in 2025 geld?"}
    """,
    "begrippen.yaml": """
        - id: alv
          voorkeur: algemene ledenvergadering
          afkorting: ALV
          andere_spellingen: [ledenvergadering van de leden]
    """,
    "profielvelden.yaml": """
        - {id: steunde_motie, label: Steun voor de motie, vraag: Steunde uw gemeente de motie?, soort: keuze, keuzes: [ja, nee]}
        - {id: planstatus, label: Stand van het plan, soort: tekst}
    """,
    "bronnen/bronnen.yaml": """
        - id: ledenbrief-2025
          titel: "Ledenbrief: de SPUK blijft"
          uitgever: Vereniging van Nederlandse Gemeenten (VNG)
          soort: ledenbrief
          datum: {niet_voor: 2024-12-18, uiterlijk: 2025-02-28}
          bestand: {naam: ledenbrief.txt}
        - id: verslag-2024
          titel: Verslag van de ledenvergadering
          uitgever: Vereniging van Nederlandse Gemeenten (VNG)
          soort: bericht
          datum: 2024-12-02
          adres: https://vng.example/verslag
          bestand: {naam: verslag.txt}
        - id: vws-bericht-2024
          titel: Bericht over de SPUK
          uitgever: ministerie van VWS
          soort: bericht
          datum: 2024-12-17
        - id: brief-bergdam-2024
          titel: Raadsinformatiebrief over de motie
          uitgever: gemeente Bergdam
          soort: raadsinformatiebrief
          datum: 2024-12-05
    """,
    "feiten/resolutie.yaml": """
        - id: alv-nam-aan
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: De ledenvergadering nam de resolutie aan.
          wie: ledenvergadering van de VNG
          kracht: besluit
          waarden:
            alv: {soort: datum, waarde: 2024-11-29}
            voor: {soort: percentage, waarde: 93, orde: ruim}
          geldig: {vanaf: 2024-11-29}
          bewijs: [{bron: verslag-2024, plaats: {kop: Besluiten, alinea: 2}, trefwoorden: [resolutie]}]
        - id: alv-drie-voorwaarden
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: De resolutie stelt drie voorwaarden.
          kracht: besluit
          waarden: {voorwaarden: {soort: aantal, waarde: 3, eenheid: voorwaarden}}
          geldig: {vanaf: 2024-11-29}
          bewijs: [{bron: verslag-2024, plaats: {kop: Voorwaarden}}]
        - id: motie-ingediend
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: Oosterleek diende een motie in.
          kracht: voorstel
          geldig: {vanaf: 2024-11-20}
          bekend_vanaf: 2024-11-20
          via: agenda van de ledenvergadering
          gevolgd_door: [motie-verworpen]
          bewijs: [{bron: verslag-2024}]
        - id: motie-verworpen
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: De vergadering verwierp de motie.
          kracht: besluit
          geldig: {vanaf: 2024-11-29}
          bewijs: [{bron: verslag-2024, plaats: {pagina: 1}}]
        - id: bergdam-steunde-motie
          onderwerp: resolutie
          aard: gebeurtenis
          stelling: Bergdam steunde de motie.
          wie: college van Bergdam
          kracht: standpunt
          geldig: {vanaf: 2024-11-26}
          reikwijdte: gemeente:GM0001
          bewijs: [{bron: brief-bergdam-2024}]
    """,
    "feiten/spuk.yaml": """
        - id: spuk-vervalt
          onderwerp: spuk
          aard: toestand
          spoor: spuk-2025
          stelling: De SPUK vervalt voor wie niet meedoet.
          kracht: mededeling
          geldig: {vanaf: 2024-11-29}
          bewijs: [{bron: verslag-2024, plaats: {kop: Geld}}]
        - id: spuk-blijft
          onderwerp: spuk
          aard: toestand
          spoor: spuk-2025
          stelling: De SPUK blijft in 2025 beschikbaar.
          wie: ministerie van VWS
          kracht: mededeling
          waarden:
            mededeling: {soort: datum, waarde: 2024-12-17}
            jaar: {soort: jaar, waarde: 2025}
            landelijk: {soort: bedrag, waarde: 150000000, orde: circa}
          geldig: {vanaf: 2024-12-17}
          bekend_vanaf: 2024-12-17
          via: vws-bericht-2024
          bewijs: [{bron: ledenbrief-2025, plaats: {kop: 4. SPUK, alinea: 1}}]
        - id: webinar
          onderwerp: spuk
          aard: toestand
          stelling: Er komt een webinar.
          kracht: voornemen
          waarden: {dag: {soort: datum, waarde: 2025-01-22}}
          geldig: {vanaf: 2024-12-02, tot: 2025-01-22}
          bewijs: [{bron: verslag-2024, afgeleid: [dag]}]
        - reeks: bijdrage-2025
          per: gemeente
          onderwerp: spuk
          aard: toestand
          stelling: "{naam} krijgt {bedrag}."
          kracht: mededeling
          waarden: {jaar: {soort: jaar, waarde: 2025}}
          waarde: {naam: bedrag, soort: bedrag}
          geldig: {vanaf: 2024-12-17, tot: 2026-01-01}
          bewijs: [{bron: vws-bericht-2024, plaats: {bijlage: 2A}}]
          rijen: {GM0001: 1250000, GM0002: 480000}
    """,
    "gemeenten/kust.yaml": """
        - cbs: GM0001
          naam: Bergdam
          provincie: Kustland
          andere_namen: [Den Berg]
          regios: [{regio: kust}]
          college:
            burgemeester: A. de Vries
            secretaris: B. Jansen
            wethouders: [{naam: C. Bakker, portefeuille: zorg}, {naam: D. Visser, portefeuille: geld}]
          steunde_motie: ja
        - cbs: GM0002
          naam: "'s-Waterhuizen"
          provincie: Kustland
          andere_namen: [Waterhuizen]
          steunde_motie: {waarde: nee}
        - cbs: GM0003
          naam: Oosterleek
          provincie: Landland
    """,
    "regios/regios.yaml": """
        - {id: kust, naam: Regio Kust, soort: samenwerking, mandaatgemeente: GM0001, leden: [GM0001, GM0002]}
        - {id: kust-noord, naam: Kust-Noord, soort: subregio, leden: [GM0001]}
        - {id: kustland, naam: Kustland, soort: iza-regio, mandaatgemeente: GM0002, leden: [GM0001, GM0002]}
    """,
}

SNIPPETS = {
    "resolutie/alv-aangenomen": """
        titel: De resolutie is aangenomen
        onderwerp: resolutie
        status: vastgesteld
        ---
        Op {{ feit["alv-nam-aan"].alv }} nam de vergadering de resolutie aan. {{ feit["alv-nam-aan"].voor | hoofdletter }}
        was voor.[^alv-nam-aan]
    """,
    "spuk/spuk-blijft-beschikbaar": """
        titel: De SPUK blijft
        onderwerp: spuk
        status: vastgesteld
        ---
        De SPUK blijft in {{ feit["spuk-blijft"].jaar }} beschikbaar.[^spuk-blijft]
    """,
    "spuk/spuk-eerder": """
        titel: De SPUK zou vervallen
        onderwerp: spuk
        status: vastgesteld
        terugblik: [spuk-vervalt]
        ---
        Eerder zou de SPUK vervallen.[^spuk-vervalt]
    """,
    "spuk/bijdrage": """
        titel: Wat de gemeente krijgt
        onderwerp: spuk
        status: vastgesteld
        ---
        {{ gemeente.naam }} krijgt {{ feit["bijdrage-2025"].bedrag }}.[^bijdrage-2025]
    """,
    "resolutie/motie-gesteund": """
        titel: Wij steunden de motie
        onderwerp: resolutie
        status: vastgesteld
        voorwaarde: gemeente.steunde_motie == "ja"
        ---
        Wij steunden de motie.
    """,
}

TEMPLATES = {
    "brief": """
        titel: Raadsinformatiebrief
        stem: college
        velden:
          - {naam: onderwerp, label: Onderwerp, verplicht: ja, standaard: "De SPUK in {{ gemeente.naam }}"}
          - {naam: portefeuillehouder, label: Portefeuillehouder, verplicht: ja}
          - {naam: kenmerk, label: Kenmerk}
          - {naam: vergadering, label: Raadsvergadering, soort: datum}
        secties:
          - {id: aanleiding, kop: Aanleiding, onderwerpen: [resolutie], verplicht: ja, standaard: [alv-aangenomen]}
          - {id: geld, kop: "Geld voor {{ gemeente.naam }}", onderwerpen: [spuk], standaard: [spuk-blijft-beschikbaar]}
          - {id: vervolg, onderwerpen: [resolutie]}
        ---
        :Datum: {{ brief.datum }}
        :Portefeuillehouder: {{ veld.portefeuillehouder }}
        {% if veld.kenmerk is bekend %}
        :Kenmerk: {{ veld.kenmerk }}
        {% endif %}

        Geachte raad,

        {{ sectie.aanleiding }}

        {{ sectie.geld }}

        {{ sectie.vervolg }}

        Met vriendelijke groet,

        het college van {{ gemeente.naam }}

        {% if brief.bijlagen %}
        # Bijlagen

        {{ brief.bijlagen }}
        {% endif %}
    """,
}

SOURCE_TEXTS = {
    "verslag.txt": """
        Opening

        De voorzitter opent de vergadering op 29 november 2024.

        Besluiten

        De vergadering neemt op 29 november 2024 de resolutie aan. Ruim 93% is voor.

        Voorwaarden

        De resolutie noemt drie voorwaarden.

        Geld

        De uitkering vervalt voor wie niet meedoet.
    """,
    "ledenbrief.txt": """
        Ledenbrief

        4. SPUK

        Op 17 december 2024 liet het ministerie weten dat de SPUK in 2025 beschikbaar blijft, circa € 150 miljoen.
    """,
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of content; in the shipped shape the records stand under resources/."""

    folder: Path
    shipped: bool = False

    def path(self, name: str) -> Path:
        texts = ("snippets/", "templates/")
        return self.folder / ("resources" if self.shipped and not name.startswith(texts) else "") / name

    def write(self, name: str, text: str | bytes) -> Path:
        """Text without the white space that it shares; bytes as they are."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).lstrip("\n").encode())
        return path

    def passage(self, name: str, text: str) -> Path:
        """A passage: its head without id, a line ---, its text."""
        return self.write(f"snippets/{name}.md", f"---\nid: {Path(name).name}\n{dedent(text).lstrip()}")

    def template(self, name: str, text: str) -> Path:
        return self.write(f"templates/{name}.md", f"---\nid: {name}\n{dedent(text).lstrip()}")

    def load(self, *above: "Shelf") -> Library:
        own = self.folder if self.shipped else None
        return load(own, [shelf.folder for shelf in (*(() if self.shipped else (self,)), *above)])


def small_library(folder: Path) -> Shelf:
    """The whole small library, in the shipped shape."""
    shelf = Shelf(folder, shipped=True)
    for name, text in RECORDS.items():
        shelf.write(name, text)
    for name, text in SNIPPETS.items():
        shelf.passage(name, text)
    for name, text in TEMPLATES.items():
        shelf.template(name, text)
    shutil.copytree(ROOT / "resources" / "huisstijlen", folder / "resources" / "huisstijlen")
    return shelf


def source_texts(folder: Path) -> Path:
    """The texts of the small library's sources, in a folder of their own."""
    folder.mkdir()
    for name, text in SOURCE_TEXTS.items():
        (folder / name).write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return folder


def a_letter(*texts: str, section: Any = "aanleiding", **changes: Any) -> Letter:
    """A letter of Bergdam with the writer's own texts in one section; `changes` go by the keys of the file."""
    pieces = [{"id": f"a{number}", "tekst": text} for number, text in enumerate(texts, 1)]
    record = {"sjabloon": "brief", "gemeente": "GM0001", "datum": DAY, "secties": {section: pieces}, "id": "proef"}
    return Letter.model_validate(record | changes)
