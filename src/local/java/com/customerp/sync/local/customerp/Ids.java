package com.customerp.sync.local.customerp;

import java.util.regex.Pattern;

/** What an id looks like (schema {@code Id}). */
final class Ids {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{1,40}");

    private Ids() {}

    static boolean isId(String text) {
        return SHAPE.matcher(text).matches();
    }
}
