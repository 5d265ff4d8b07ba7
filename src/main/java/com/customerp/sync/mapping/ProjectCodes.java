package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;

/**
 * The numbers of projects (mapping.md 7.2): PowerOffice is sent a project's own part and shows {@code parent.own}.
 * CustomERP has either form, and keeps it.
 */
final class ProjectCodes {
    private static final String NUMBER = "projectNumber";
    private static final String PARENT = "parentProjectId";
    private static final String CODE = "Code";
    private static final int LONGEST = 100;

    private ProjectCodes() {}

    /** The own part that PowerOffice shows: its codes hold no dot, so it stands behind the last one. */
    private static String own(String shown) {
        return shown.substring(shown.lastIndexOf('.') + 1);
    }

    /** The own part of a number in CustomERP: without the parent's number and a dot, if they stand before it. */
    private static String own(String number, String parentId, Facts facts) {
        if (number.indexOf('.') < 0) {
            return number;
        }
        return parentNumber(parentId, facts)
                .map(above -> above + ".")
                .filter(number::startsWith)
                .map(start -> number.substring(start.length()))
                .orElse(number);
    }

    private static Optional<String> parentNumber(String parentId, Facts facts) {
        return Optional.of(parentId)
                .filter(id -> !id.isEmpty())
                .flatMap(id -> facts.inCustomerp(Entity.PROJECT, id))
                .map(parent -> text(parent, NUMBER));
    }

    private static String text(JsonNode body, String member) {
        return text(body.path(member));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("").trim();
    }

    /** Whether both sides show the same own part. */
    static boolean isAlike(Draft draft) {
        String mine = text(draft.customerp(NUMBER));
        String theirs = text(draft.powerOffice(NUMBER));
        return !mine.isEmpty()
                && !theirs.isEmpty()
                && own(mine, text(draft.customerp(PARENT)), draft.facts()).equals(own(theirs));
    }

    /** PowerOffice gets the own part; CustomERP gets the form that it has, a new long one from PowerOffice. */
    static void convert(Draft draft) {
        Optional<Side> target = draft.target(NUMBER);
        if (target.filter(Side.POWEROFFICE::equals).isPresent()) {
            send(draft);
        } else if (target.isPresent() || followsParent(draft)) {
            sendBack(draft, inCustomerp(draft));
        }
    }

    /** Both parts may fit in PowerOffice, and be too long together for CustomERP. */
    private static void sendBack(Draft draft, String number) {
        if (number.codePointCount(0, number.length()) > LONGEST) {
            draft.park(Problem.of(
                    Reason.TOO_LONG,
                    NUMBER,
                    "with the parent's number before it, it has more than the " + LONGEST
                            + " characters that CustomERP takes"));
        } else {
            draft.sendBack(NUMBER, TextNode.valueOf(number));
        }
    }

    private static void send(Draft draft) {
        String own = own(text(draft.customerp(NUMBER)), text(draft.merged(PARENT)), draft.facts());
        if (own.indexOf(',') >= 0 || own.length() > LONGEST) {
            draft.park(Problem.of(
                    own.length() > LONGEST ? Reason.TOO_LONG : Reason.NOT_ALLOWED,
                    NUMBER,
                    "a project's own number has at most " + LONGEST + " characters and no comma"));
        } else if (own.indexOf('.') >= 0 || own.equals("-1")) {
            draft.park(
                    Problem.of(
                            Reason.NOT_ALLOWED,
                            NUMBER,
                            "PowerOffice takes no dot in a project's own number, and no -1; the parent's number may stand before it"));
        } else if (!own.isEmpty()) {
            draft.send(NUMBER, TextNode.valueOf(own));
        }
    }

    /** A long form begins with the parent's number: it changes when PowerOffice gives the project another parent. */
    private static boolean followsParent(Draft draft) {
        return draft.target(PARENT).filter(Side.CUSTOMERP::equals).isPresent() && isLong(draft);
    }

    private static boolean isLong(Draft draft) {
        return text(draft.customerp(NUMBER)).indexOf('.') >= 0;
    }

    private static String inCustomerp(Draft draft) {
        String own = own(text(draft.powerOffice(NUMBER)));
        boolean longForm = text(draft.customerp(NUMBER)).isEmpty() || isLong(draft);
        return longForm
                ? parentNumber(text(draft.merged(PARENT)), draft.facts())
                        .map(above -> above + "." + own)
                        .orElse(own)
                : own;
    }

    /** The code by which PowerOffice shows a project of CustomERP; empty while its parent's code is not known. */
    static Optional<String> shown(JsonNode customerp, Facts facts) {
        return shown(text(customerp, NUMBER), text(customerp, PARENT), facts);
    }

    /** The code by which PowerOffice will show the project once it is written. */
    static Optional<String> wanted(Draft draft) {
        return shown(text(draft.customerp(NUMBER)), text(draft.merged(PARENT)), draft.facts());
    }

    private static Optional<String> shown(String number, String parentId, Facts facts) {
        if (number.isEmpty() || parentId.isEmpty()) {
            return Optional.of(number).filter(text -> !text.isEmpty());
        }
        return facts.counterpart(Entity.PROJECT, parentId)
                .map(parent -> text(parent, CODE) + "." + own(number, parentId, facts));
    }

    /** PowerOffice's code of a project as it shows it. */
    static Optional<String> shown(JsonNode powerOffice) {
        return Optional.of(text(powerOffice, CODE)).filter(code -> !code.isEmpty());
    }

    /** The same code in the same letter case below the same parent is the same project; else a person has to tell. */
    static MatchKey.Verdict verdict(JsonNode customerp, JsonNode powerOffice, References references) {
        String number = text(customerp, NUMBER);
        boolean sameCase = own(number).equals(own(text(powerOffice, CODE)));
        return sameCase && isBelowSameParent(customerp, powerOffice, references)
                ? MatchKey.Verdict.SAME
                : MatchKey.Verdict.UNCLEAR;
    }

    /** The number alone, for a project that stands below another parent in PowerOffice (mapping.md 7.3). */
    static Optional<String> alone(JsonNode customerp) {
        return Optional.of(text(customerp, NUMBER))
                .filter(number -> !number.isEmpty() && number.indexOf('.') < 0)
                .map(number -> number.toLowerCase(Locale.ROOT));
    }

    /** The own part alone of PowerOffice's project. */
    static Optional<String> ownAlone(JsonNode powerOffice) {
        return shown(powerOffice).map(code -> own(code).toLowerCase(Locale.ROOT));
    }

    private static boolean isBelowSameParent(JsonNode customerp, JsonNode powerOffice, References references) {
        String here = text(customerp, PARENT);
        Optional<String> wanted =
                here.isEmpty() ? Optional.of("") : references.counterpart(Entity.PROJECT, Side.CUSTOMERP, here);
        return wanted.filter(text(powerOffice, "ParentProjectId")::equals).isPresent();
    }
}
