package flyt.board;

import flyt.domain.alert.Score;
import flyt.domain.alert.Scores;

/** How an occupant is written, field by field. */
final class OccupantJson {

    private OccupantJson() {}

    static void write(RowJson json, Occupant.AtHalfClosed occupant) {
        writeNamed(json, occupant.who());
        json.word("isolation", occupant.isolation());
        json.object("discharge", occupant.leaving(), OccupantJson::writeLeaving);
    }

    static void write(RowJson json, Occupant.AtClosedRoom occupant) {
        writeNamed(json, occupant.who());
        json.number("careWeight", occupant.careWeight());
        json.object("ews", occupant.scores(), OccupantJson::writeScores);
        json.word("isolation", occupant.isolation());
        json.word("lab", occupant.lab());
        json.object("discharge", occupant.leaving(), (discharge, leaving) -> {
            writeLeaving(discharge, leaving);
            discharge.object("why", occupant.why(), OccupantJson::writeWhy);
        });
    }

    private static void writeNamed(RowJson json, Occupant.Named who) {
        json.text("stay", who.stay().value());
        json.text("initials", who.person().initials());
        json.number("year", who.person().year());
        json.flag("protected", false);
        json.flag("alike", who.alike());
        json.instant("admittedAt", who.admittedAt());
        json.object("away", who.away(), (object, away) -> {
            object.text("kind", away.leave() ? "leave" : "departed");
            object.text("to", away.destination());
            object.instant("since", away.since());
            object.instant("backAt", away.expectedBackAt());
        });
        json.text("from", who.from());
        json.text("nurse", who.nurse());
        json.text("doctor", who.doctor());
        json.flag("nurseMissing", who.nurseMissing());
        json.flag("doctorMissing", who.doctorMissing());
        json.words("byHand", who.byHand());
    }

    private static void writeScores(RowJson json, Scores.Series scores) {
        Score latest = scores.latest();
        json.text("scale", latest.scale());
        json.number("score", latest.score());
        json.word("trend", scores.trend());
        json.flag("single3", latest.singleThree());
        json.instant("measuredAt", latest.measuredAt());
        json.instant("dueAt", latest.dueAt());
        json.instant("teamToldAt", latest.teamToldAt());
        json.flag("notApplicable", latest.notApplicable());
    }

    private static void writeLeaving(RowJson json, Occupant.Leaving leaving) {
        json.text("on", leaving.on() == null ? null : leaving.on().toString());
        json.instant("at", leaving.at());
        json.word("sign", leaving.sign());
    }

    private static void writeWhy(RowJson json, Occupant.Why why) {
        json.word("milestone", why.milestone());
        json.word("state", why.state());
        json.instant("at", why.at());
    }
}
