package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Failures;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PowerOffice's answers mean when they are not the ones hoped for (mapping.md 1.9, poweroffice-go-v2.md 11). There
 * is no machine code in them, so what a 400 is about is picked out of its text.
 */
final class PowerOfficeErrors {

    /** A member whose value another record holds, by the words for it. */
    private record Unique(String member, Pattern words) {}

    private static final List<Unique> UNIQUES = List.of(
            new Unique("ExternalImportReference", Pattern.compile("(?i)external\\s?import\\s?reference")),
            new Unique("ExternalCode", Pattern.compile("(?i)external\\s?code")),
            new Unique("Number", Pattern.compile("(?i)\\bnumber\\b|(?:customer|employee)\\s?no\\b")),
            new Unique("Code", Pattern.compile("(?i)\\b(?:product|project)?\\s?code\\b")));

    private static final Pattern TAKEN = Pattern.compile("(?i)already|in use|is used|taken|unique|duplicate");

    private static final Pattern NAMED_ID =
            Pattern.compile("(?i)(?<![a-z])(?:contact)?id\\W{0,3}(?:is\\W+)?(\\d{1,18})\\b");

    /** A number that stands alone, not one inside a reference such as {@code customerp:C-1001}. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:~-])(\\d{3,18})(?![\\w~-])");

    private PowerOfficeErrors() {}

    /** The failure that an answer tells of; a 2xx counts as unreadable. */
    static RemoteException of(Answer answer, CallKind call) {
        RemoteException plain = Failures.of(Side.POWEROFFICE, answer, call).build();
        Optional<Unique> taken = plain.kind() == Kind.INVALID ? taken(plain.detail()) : Optional.empty();
        if (taken.isEmpty()) {
            return plain;
        }
        return Failures.of(Side.POWEROFFICE, answer, call)
                .field(taken.get().member())
                .holder(holder(plain.detail(), taken.get().words()).orElse(null))
                .build();
    }

    /** Whether a patch was refused because a path leads to nothing (poweroffice-go-v2.md 6). */
    static boolean missingTarget(RemoteException failure) {
        String detail = failure.detail().toLowerCase(Locale.ROOT);
        return failure.kind() == Kind.INVALID && detail.contains("target location") && detail.contains("not found");
    }

    private static Optional<Unique> taken(String detail) {
        return TAKEN.matcher(detail).find()
                ? UNIQUES.stream()
                        .filter(unique -> unique.words().matcher(detail).find())
                        .findFirst()
                : Optional.empty();
    }

    /** The id behind the member's mention, else one before it; the core reads that record before it believes it. */
    private static Optional<String> holder(String detail, Pattern words) {
        Matcher mention = words.matcher(detail);
        String behind = mention.find() ? detail.substring(mention.end()) : detail;
        return first(NAMED_ID, behind)
                .or(() -> first(NAMED_ID, detail))
                .or(() -> words == UNIQUES.get(0).words() ? last(NUMBER, behind) : Optional.empty());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .reduce((a, b) -> b);
    }
}
