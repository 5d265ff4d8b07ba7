package com.customerp.sync.local.poweroffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a resource or of an object in it, in the order in which they are shown. */
final class Shape {
    private final Map<String, Member> byName;

    private Shape(List<Member> members) {
        Map<String, Member> all = new LinkedHashMap<>();
        members.forEach(member -> all.put(member.name(), member));
        byName = all;
    }

    static Shape of(Member... members) {
        return new Shape(List.of(members));
    }

    List<Member> members() {
        return List.copyOf(byName.values());
    }

    /** The member of exactly this name. */
    Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The member of this name in any letter case, as query parameters may spell it. */
    Optional<Member> memberInAnyCase(String name) {
        return byName.values().stream()
                .filter(member -> member.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
