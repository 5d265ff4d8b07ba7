package com.customerp.sync.sync;

import com.customerp.sync.mapping.Side;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A system did not do what was asked. Classified in one place per system; the message holds no value and no body. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a failure means for the sync (design.md 5). */
    public enum Kind {
        /** Passes by itself: time-out of a read, 5xx, an answer that is not what the contract says. */
        TRANSIENT,
        /** 429: wait {@link RemoteException#retryAfter()}. Nothing was done. */
        RATE_LIMITED,
        /** A create of which nobody knows whether it happened. */
        UNCLEAR,
        /** 412: the record changed since it was read. */
        STALE,
        /** 409: in use, or a unique value is taken. */
        CONFLICT,
        /** 400, 422: a value is refused. */
        INVALID,
        /** 404: the record is gone, or on a create a record that it refers to. */
        GONE,
        /** 401 after a new token. */
        UNAUTHORISED,
        /** 403: the role or the module is missing. */
        FORBIDDEN,
        /** We asked for something that cannot be asked for. */
        BUG
    }

    private final Kind kind;
    private final Side side;
    private final int status;
    private final String detail;
    private final transient @Nullable Duration retryAfter;
    private final @Nullable String field;
    private final @Nullable String holder;

    private RemoteException(Builder builder) {
        super(builder.side.key() + " " + builder.kind.name().toLowerCase(Locale.ROOT)
                + (builder.status == 0 ? "" : " (" + builder.status + ")"));
        this.kind = builder.kind;
        this.side = builder.side;
        this.status = builder.status;
        this.detail = builder.detail;
        this.retryAfter = builder.retryAfter;
        this.field = builder.field;
        this.holder = builder.holder;
        if (builder.cause != null) {
            initCause(builder.cause);
        }
    }

    public static Builder of(Side side, Kind kind) {
        return new Builder(side, kind);
    }

    public Kind kind() {
        return kind;
    }

    public Side side() {
        return side;
    }

    /** Whether the system refuses the sync altogether, not this request. */
    public boolean isRefusal() {
        return kind == Kind.UNAUTHORISED || kind == Kind.FORBIDDEN;
    }

    /** HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The system's own words (title and detail), for the operator; may hold values, never logged. Empty if none. */
    public String detail() {
        return detail;
    }

    /** How long to wait, when the system said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Member that is refused or taken, as the system names it (a JSON Pointer or a member name), or null. */
    public @Nullable String field() {
        return field;
    }

    /** Id of the record that holds a unique value, when the system names it. */
    public @Nullable String holder() {
        return holder;
    }

    /** Collects the optional parts. */
    public static final class Builder {
        private final Side side;
        private final Kind kind;
        private int status;
        private String detail = "";
        private @Nullable Duration retryAfter;
        private @Nullable String field;
        private @Nullable String holder;
        private @Nullable Throwable cause;

        private Builder(Side side, Kind kind) {
            this.side = side;
            this.kind = kind;
        }

        public Builder status(int status) {
            this.status = status;
            return this;
        }

        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        public Builder retryAfter(Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        public Builder field(@Nullable String field) {
            this.field = field;
            return this;
        }

        public Builder holder(@Nullable String holder) {
            this.holder = holder;
            return this;
        }

        public Builder cause(Throwable cause) {
            this.cause = cause;
            return this;
        }

        public RemoteException build() {
            return new RemoteException(this);
        }
    }
}
