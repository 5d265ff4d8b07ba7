package com.customerp.sync.local.sample;

import java.util.List;
import java.util.Locale;

/** Names, addresses and numbers that nobody can take for real ones. The same index always gives the same. */
final class SampleNames {
    private static final List<String> COMPANIES = List.of(
            "Nordlys",
            "Fjordgløtt",
            "Granli",
            "Havblikk",
            "Solsiden",
            "Bjørkelund",
            "Tindetopp",
            "Elvebakken",
            "Måneskinn",
            "Skogstjerna",
            "Isrosen",
            "Kystvakten",
            "Fossefall",
            "Viddehvile",
            "Brattlia",
            "Svaberg",
            "Lyngheim",
            "Nattfrost",
            "Vårløsning",
            "Polarsol");
    private static final List<String> TRADES = List.of(
            "Eksempelbygg",
            "Prøvehandel",
            "Testrør",
            "Demofisk",
            "Liksomdata",
            "Fantasifrakt",
            "Utkastmøbler",
            "Påfunnreklame",
            "Malverksted",
            "Oppdiktbakeri");
    private static final List<String> FIRST_NAMES = List.of(
            "Kari", "Ola", "Ingrid", "Lars", "Åse", "Jon", "Marit", "Per", "Solveig", "Nils", "Bjørg", "Odd", "Liv",
            "Arne", "Gro", "Leif", "Tone", "Kåre", "Unni", "Stein");
    private static final List<String> LAST_NAMES = List.of(
            "Eksempelsen",
            "Prøvestad",
            "Testmyr",
            "Demodal",
            "Liksomby",
            "Fantasimoen",
            "Utkastvik",
            "Påfunnhaug",
            "Malmark",
            "Oppdiktsen");
    private static final List<String> PLACES =
            List.of("Eksempelvik", "Prøvefoss", "Testnes", "Demoby", "Liksomdal", "Fantasifjord", "Utkasthavn");

    /** Has no factor in common with the 200 pairs of a longer and a shorter list: no name comes twice among 200. */
    private static final int STRIDE = 73;

    private static final int PAIRS = 200;

    private SampleNames() {}

    static String company(int index) {
        int pair = index * STRIDE % PAIRS;
        return COMPANIES.get(pair / TRADES.size()) + " " + TRADES.get(pair % TRADES.size()) + " AS";
    }

    static String firstName(int index) {
        return FIRST_NAMES.get(index * STRIDE % PAIRS / LAST_NAMES.size());
    }

    static String lastName(int index) {
        return LAST_NAMES.get(index * STRIDE % PAIRS % LAST_NAMES.size());
    }

    static String city(int index) {
        return PLACES.get(index % PLACES.size());
    }

    /** Zeros in front show whether they are kept. */
    static String postalCode(int index) {
        return "000" + (index % PLACES.size() + 1);
    }

    static String phone(int index) {
        return String.format(Locale.ROOT, "+47 22 00 %02d %02d", index / 100, index % 100);
    }

    /** A mobile number that nobody has. */
    static String mobile(int index) {
        return String.format(Locale.ROOT, "+47 900 00 %03d", index);
    }

    /** A mail domain or the part before it, made of a name. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace(" as", "")
                .replace('ø', 'o')
                .replace('å', 'a')
                .replace("æ", "ae")
                .replace(' ', '-');
    }

    /** Nine digits whose last one is not the check digit that the register gives: no company has this number. */
    static String organizationNumber(int index) {
        String digits = Integer.toString(99_900_000 + index);
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return digits + (check + 1) % 10;
    }
}
