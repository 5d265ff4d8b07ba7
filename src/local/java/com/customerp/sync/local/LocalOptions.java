package com.customerp.sync.local;

import java.util.List;

/**
 * What the local run was asked for.
 *
 * @param once ends after the first load
 * @param throttle PowerOffice refuses more than 10 requests in any second, as the real one does
 * @param port of the webhooks; CustomERP and PowerOffice listen on the two ports after it. 0: any free ports
 * @param help only says which options there are
 */
record LocalOptions(boolean once, boolean throttle, int port, boolean help) {
    static final String USAGE = """
            ./local-run [--once] [--throttle] [--port <number>]

              --once           end after the first load: exit 0 when every customer is accounted for, else 1
              --throttle       PowerOffice refuses more than 10 requests in any second, as the real one does
              --port <number>  of the webhooks (8080); CustomERP and PowerOffice take the two after it; 0: any
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_533;

    /** @throws IllegalArgumentException when an option is unknown or lacks its value */
    static LocalOptions parse(List<String> arguments) {
        LocalOptions options = new LocalOptions(false, false, DEFAULT_PORT, false);
        for (int i = 0; i < arguments.size(); i++) {
            options = switch (arguments.get(i)) {
                case "--once" -> new LocalOptions(true, options.throttle, options.port, options.help);
                case "--throttle" -> new LocalOptions(options.once, true, options.port, options.help);
                case "--port" -> {
                    i++;
                    int port = port(i < arguments.size() ? arguments.get(i) : "");
                    yield new LocalOptions(options.once, options.throttle, port, options.help);
                }
                case "--help" -> new LocalOptions(options.once, options.throttle, options.port, true);
                default -> throw new IllegalArgumentException("Unknown option " + arguments.get(i));
            };
        }
        return options;
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port needs a number from 0 to " + HIGHEST_PORT);
        }
        return port;
    }

    /** The {@code offset}-th port after that of the webhooks. */
    int port(int offset) {
        return port == 0 ? 0 : port + offset;
    }
}
