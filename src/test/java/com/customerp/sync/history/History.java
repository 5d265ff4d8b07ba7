package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.local.customerp.RecordChange;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Faults;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays steps against a company, and then lets everything come to rest. */
final class History {

    private static final Duration LONG = Duration.ofMinutes(13);
    /** Nothing that people do happens in the same moment as something else. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    private static final List<Fault> FAULTS = List.of(
            Fault.serverError(),
            Fault.tooManyRequests(1),
            Fault.resetBefore(),
            Fault.resetAfter(),
            Fault.answersAfter(Response.of(500, "application/problem+json", "{\"title\":\"Internal error\"}")),
            Fault.html(502));

    final Company company;
    final Ledger ledger = new Ledger();
    final People people;
    final Births births;
    private final OrderLines lines;
    private final Rest rest;
    private final OneEdit oneEdit;
    private final int lastEdit;

    History(Setting setting, Bug bug) {
        company = new Company(setting, bug);
        people = new People(company, ledger);
        births = new Births(people);
        lines = new OrderLines(company, people);
        rest = new Rest(company, people, ledger);
        oneEdit = new OneEdit(company, people);
        // Of the setting, so that a history without one of its steps ends with the same edit.
        lastEdit = setting.normalises();
    }

    /** Plays all steps after a first load, and holds the promises against what is there in the end. */
    static History of(Setting setting, Bug bug, List<Step> steps) {
        History history = new History(setting, bug);
        history.playAll(steps);
        return history;
    }

    /** The first records, and the first load. */
    void begin() {
        births.first();
        Entity.ORDER_OF_WORK.forEach(this::full);
    }

    /** Two records of each of these, linked. */
    void begin(List<Entity> entities) {
        for (int number = 2; number < 4; number++) {
            for (Entity entity : entities) {
                births.another(Side.CUSTOMERP, entity, 0, number);
            }
        }
        entities.forEach(this::full);
        company.webhooks.lose();
    }

    /** Lets everything come to rest and holds the promises against it. */
    void end() {
        rest.comes();
    }

    /** A last edit, chosen by the number, is one write. */
    void isOneWrite(int number) {
        oneEdit.isOneWrite(number);
    }

    void playAll(List<Step> steps) {
        begin();
        for (Step step : steps) {
            company.clock.pass(BREATH);
            play(step);
        }
        end();
        isOneWrite(lastEdit);
    }

    private void full(Entity entity) {
        company.sweep(entity, Sweep.Mode.FULL, LONG);
    }

    private void play(Step step) {
        switch (step.kind()) {
            case CHANGES -> company.sweep(step.entity(), Sweep.Mode.CHANGES, LONG);
            case FULL -> full(step.entity());
            case CUT_SHORT ->
                company.sweep(
                        step.entity(),
                        step.value() % 2 == 0 ? Sweep.Mode.CHANGES : Sweep.Mode.FULL,
                        Duration.ofMillis(20 + step.detail() * 20L));
            case EDIT_CUSTOMERP -> edit(Side.CUSTOMERP, step);
            case EDIT_POWEROFFICE -> edit(Side.POWEROFFICE, step);
            case CREATE_CUSTOMERP -> births.another(Side.CUSTOMERP, step.entity(), step.record(), step.value());
            case CREATE_POWEROFFICE -> births.another(Side.POWEROFFICE, step.entity(), step.record(), step.value());
            case DELETE_CUSTOMERP -> pick(Side.CUSTOMERP, step.entity(), step).ifPresent(people::delete);
            case DELETE_POWEROFFICE ->
                pick(Side.POWEROFFICE, step.entity(), step).ifPresent(people::delete);
            case LINES_CUSTOMERP ->
                pick(Side.CUSTOMERP, Entity.ORDER, step)
                        .ifPresent(order -> lines.inCustomerp(order.id(), step.detail(), step.value()));
            case LINES_POWEROFFICE ->
                pick(Side.POWEROFFICE, Entity.ORDER, step)
                        .ifPresent(order -> lines.inPowerOffice(order.id(), step.detail(), step.value()));
            case INVOICE -> pick(Side.POWEROFFICE, Entity.ORDER, step).ifPresent(order -> lines.invoice(order.id()));
            case NOTE_BESIDE ->
                pick(Side.POWEROFFICE, Entity.CUSTOMER, step).ifPresent(place -> people.note(place, step.value()));
            case WEBHOOKS -> arrive(company.webhooks.take(1 + step.value() % 4));
            case WEBHOOKS_TWICE -> arrive(company.webhooks.takeTwice());
            case WEBHOOKS_REVERSED -> arrive(company.webhooks.takeReversed());
            case WEBHOOKS_LOST -> company.webhooks.lose();
            case CRASH -> {
                ledger.unclear();
                company.killNextAfter(1 + step.value() % 50);
            }
            case FAULT -> fault(step);
            case MEANWHILE -> company.letNextWaitAfter(1 + step.value() % 50, () -> meanwhile(step));
            case TIME -> company.clock.pass(Duration.ofMinutes(1 + step.value() * 7L));
            case QUIET -> {
                rest.comes();
                isOneWrite(step.value());
            }
        }
    }

    /** What else happens while a function waits: another one runs, or people go on in CustomERP, which has If-Match. */
    private void meanwhile(Step step) {
        switch (step.detail() % 4) {
            case 0 -> company.sweep(step.entity(), Sweep.Mode.CHANGES, LONG);
            case 1 -> full(step.entity());
            case 2 -> arrive(company.webhooks.take(1));
            default -> edit(Side.CUSTOMERP, step);
        }
    }

    private void arrive(List<RecordChange> events) {
        events.forEach(event -> company.webhook(event.entity(), event.id()));
    }

    private void edit(Side side, Step step) {
        List<Field> fields = Values.fields(Company.mapping(step.entity()));
        pick(side, step.entity(), step)
                .ifPresent(place -> people.edit(place, fields.get(step.detail() % fields.size()), step.value()));
    }

    private Optional<Place> pick(Side side, Entity entity, Step step) {
        List<String> ids = people.ids(side, entity);
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(side, entity, ids.get(step.record() % ids.size())));
    }

    private void fault(Step step) {
        ledger.unclear();
        Faults faults = step.value() % 3 == 0 ? company.customerp.faults() : company.powerOffice.faults();
        faults.always()
                .skip(step.record() % 6)
                .times(1 + step.value() % 5)
                .then(FAULTS.get(step.detail() % FAULTS.size()));
    }
}
