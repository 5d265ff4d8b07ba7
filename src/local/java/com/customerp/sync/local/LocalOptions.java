package com.customerp.sync.local;

import com.customerp.sync.mapping.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the local run was asked for.
 *
 * @param once ends after the first load
 * @param throttle PowerOffice refuses more than 10 requests in any second, as the real one does
 * @param port of the webhooks; CustomERP and PowerOffice listen on the two ports after it. 0: any free ports
 * @param entities that are synced, in the order of work
 * @param help only says which options there are
 */
record LocalOptions(boolean once, boolean throttle, int port, List<Entity> entities, boolean help) {
    static final String USAGE = """
            ./local-run [--once] [--throttle] [--only <entity>,...] [--port <number>]

              --once           end after the first load: exit 0 when every record is accounted for, else 1
              --throttle       PowerOffice refuses more than 10 requests in any second, as the real one does
              --only <entity>  of employee, customer, contact, product, project, order: the others are switched off
              --port <number>  of the webhooks (8080); CustomERP and PowerOffice take the two after it; 0: any
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_533;

    /** @throws IllegalArgumentException when an option is unknown or lacks its value */
    static LocalOptions parse(List<String> arguments) {
        boolean once = false;
        boolean throttle = false;
        boolean help = false;
        int port = DEFAULT_PORT;
        List<Entity> entities = Entity.ORDER_OF_WORK;
        for (int i = 0; i < arguments.size(); i++) {
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            switch (arguments.get(i)) {
                case "--once" -> once = true;
                case "--throttle" -> throttle = true;
                case "--help" -> help = true;
                case "--port" -> {
                    port = port(next);
                    i++;
                }
                case "--only" -> {
                    entities = entities(next);
                    i++;
                }
                default -> throw new IllegalArgumentException("Unknown option " + arguments.get(i));
            }
        }
        return new LocalOptions(once, throttle, port, entities, help);
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port needs a number from 0 to " + HIGHEST_PORT);
        }
        return port;
    }

    private static List<Entity> entities(String text) {
        Set<String> wanted = new TreeSet<>(Arrays.asList(text.split(",")));
        List<Entity> found = Entity.ORDER_OF_WORK.stream()
                .filter(entity -> wanted.contains(entity.key()))
                .toList();
        if (found.size() != wanted.size()) {
            throw new IllegalArgumentException("--only needs some of "
                    + Entity.ORDER_OF_WORK.stream().map(Entity::key).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The {@code offset}-th port after that of the webhooks. */
    int port(int offset) {
        return port == 0 ? 0 : port + offset;
    }
}
