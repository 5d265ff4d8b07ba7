package com.customerp.sync.function;

/** A configured value that no text, log line or message shows. Not a record, so that nothing prints it by itself. */
public final class Secret<T> {
    private final T value;

    public Secret(T value) {
        this.value = value;
    }

    /** The value itself, for the one place that needs it. */
    public T reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
