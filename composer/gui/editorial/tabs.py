"""The tabs of the page of the library."""

CONTENTS, REVIEW, AGENDA, HEALTH, SHARING = "inhoud", "beoordelen", "agenda", "stand", "delen"
TABS = (
    (CONTENTS, "Inhoud"),
    (REVIEW, "Beoordelen"),
    (AGENDA, "Agenda"),
    (HEALTH, "Stand"),
    (SHARING, "Delen"),
)
