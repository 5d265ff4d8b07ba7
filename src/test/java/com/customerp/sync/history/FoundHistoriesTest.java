package com.customerp.sync.history;

import static com.customerp.sync.mapping.Entity.CONTACT;
import static com.customerp.sync.mapping.Entity.CUSTOMER;
import static com.customerp.sync.mapping.Entity.EMPLOYEE;
import static com.customerp.sync.mapping.Entity.ORDER;
import static com.customerp.sync.mapping.Entity.PRODUCT;
import static com.customerp.sync.mapping.Entity.PROJECT;

import com.customerp.sync.history.Step.Kind;
import com.customerp.sync.mapping.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that once broke a promise, as short as they could be made. */
class FoundHistoriesTest {
    /** A habit of PowerOffice's projects, as {@link Habits} counts them. */
    private static final int PATCH_WITHOUT_BODY = 1024;

    private static final Setting CREATES_IN_CUSTOMERP = new Setting(0, 0, 0, true, false);

    @Test
    void aCountryIsCarriedOnceTheRestOfTheAddressIsThere() {
        History.of(
                Setting.PLAIN,
                Bug.NONE,
                List.of(
                        step(Kind.EDIT_CUSTOMERP, CONTACT, 35, 23, 94),
                        step(Kind.CHANGES, CONTACT, 68, 51, 54),
                        step(Kind.EDIT_POWEROFFICE, CONTACT, 18, 92, 55)));
    }

    @Test
    void aCreateInCustomerpThatAWebhookOvertookIsForgotten() {
        History.of(
                CREATES_IN_CUSTOMERP,
                Bug.NONE,
                List.of(
                        step(Kind.FAULT, CONTACT, 15, 98, 55),
                        step(Kind.CREATE_POWEROFFICE, CONTACT, 72, 89, 70),
                        step(Kind.CHANGES, PROJECT, 2, 82, 48),
                        step(Kind.CHANGES, EMPLOYEE, 57, 9, 71),
                        step(Kind.CHANGES, CONTACT, 25, 18, 6)));
    }

    @Test
    void aProjectThatAPersonHasToDecideAboutIsNotAskedForByEachOrderThatNamesIt() {
        History.of(
                Setting.PLAIN,
                Bug.NONE,
                List.of(
                        step(Kind.EDIT_CUSTOMERP, PROJECT, 0, 0, 0),
                        step(Kind.DELETE_POWEROFFICE, PROJECT, 0, 0, 0),
                        step(Kind.EDIT_POWEROFFICE, CUSTOMER, 97, 31, 20),
                        step(Kind.EDIT_CUSTOMERP, PRODUCT, 21, 21, 54),
                        step(Kind.EDIT_POWEROFFICE, ORDER, 96, 33, 35),
                        step(Kind.FULL, PROJECT, 96, 96, 13),
                        step(Kind.CHANGES, CUSTOMER, 72, 42, 83),
                        step(Kind.CREATE_CUSTOMERP, ORDER, 91, 3, 51),
                        step(Kind.LINES_CUSTOMERP, PRODUCT, 64, 78, 46),
                        step(Kind.EDIT_CUSTOMERP, ORDER, 85, 69, 96)));
    }

    @Test
    void aConfirmedOrderWhoseChangeCannotBeFinishedIsLockedAgain() {
        History.of(
                Setting.PLAIN,
                Bug.NONE,
                List.of(
                        step(Kind.LINES_CUSTOMERP, CONTACT, 0, 0, 0),
                        step(Kind.CHANGES, CONTACT, 0, 0, 0),
                        step(Kind.CHANGES, CONTACT, 0, 0, 0),
                        step(Kind.CHANGES, CONTACT, 0, 0, 0),
                        step(Kind.CHANGES, CONTACT, 67, 72, 16),
                        step(Kind.EDIT_CUSTOMERP, ORDER, 75, 51, 7),
                        step(Kind.CHANGES, CUSTOMER, 3, 14, 45),
                        step(Kind.CREATE_CUSTOMERP, CONTACT, 89, 6, 13),
                        step(Kind.CREATE_CUSTOMERP, CUSTOMER, 29, 21, 58),
                        step(Kind.FAULT, CUSTOMER, 22, 55, 45),
                        step(Kind.DELETE_POWEROFFICE, PRODUCT, 36, 51, 80),
                        step(Kind.FULL, CONTACT, 38, 12, 58),
                        step(Kind.CHANGES, CONTACT, 43, 73, 29),
                        step(Kind.EDIT_POWEROFFICE, CONTACT, 96, 30, 87),
                        step(Kind.EDIT_POWEROFFICE, EMPLOYEE, 54, 18, 71),
                        step(Kind.DELETE_POWEROFFICE, PRODUCT, 20, 36, 26),
                        step(Kind.EDIT_CUSTOMERP, CUSTOMER, 97, 99, 65),
                        step(Kind.EDIT_CUSTOMERP, ORDER, 81, 85, 43),
                        step(Kind.FAULT, EMPLOYEE, 48, 78, 19),
                        step(Kind.CHANGES, CUSTOMER, 31, 53, 89),
                        step(Kind.DELETE_CUSTOMERP, CONTACT, 20, 59, 45),
                        step(Kind.CUT_SHORT, ORDER, 18, 92, 7),
                        step(Kind.WEBHOOKS, CUSTOMER, 40, 30, 97),
                        step(Kind.EDIT_POWEROFFICE, ORDER, 23, 10, 41)));
    }

    @Test
    void aConfirmedOrderThatNamesACustomerWhoIsGoneIsLeftAloneOnceItIsParked() {
        History.of(
                Setting.PLAIN,
                Bug.NONE,
                List.of(
                        step(Kind.DELETE_POWEROFFICE, CUSTOMER, 61, 75, 6),
                        step(Kind.EDIT_POWEROFFICE, ORDER, 87, 54, 13),
                        step(Kind.EDIT_CUSTOMERP, ORDER, 97, 34, 29),
                        step(Kind.EDIT_CUSTOMERP, CUSTOMER, 81, 55, 45)));
    }

    @Test
    void amountsWhoseWriteWasNotSeenToEndAreCarriedAgain() {
        History.of(
                new Setting(150, 150, 1831, false, false),
                Bug.NONE,
                List.of(
                        step(Kind.DELETE_CUSTOMERP, ORDER, 13, 18, 48),
                        step(Kind.CREATE_CUSTOMERP, ORDER, 57, 81, 6),
                        step(Kind.FULL, ORDER, 67, 39, 20),
                        step(Kind.EDIT_CUSTOMERP, ORDER, 39, 20, 83),
                        step(Kind.CRASH, CONTACT, 89, 38, 59),
                        step(Kind.LINES_CUSTOMERP, ORDER, 98, 11, 79),
                        step(Kind.WEBHOOKS_REVERSED, ORDER, 76, 98, 80),
                        step(Kind.LINES_POWEROFFICE, CONTACT, 90, 35, 7)));
    }

    @Test
    void aListFromBeforeAWriteWithoutAnswerIsNotTakenForAnEdit() {
        History history = History.of(new Setting(0, 0, PATCH_WITHOUT_BODY, false, false), Bug.NONE, List.of());
        history.isOneWrite(155);
    }

    private static Step step(Kind kind, Entity entity, int record, int detail, int value) {
        return new Step(kind, entity, record, detail, value);
    }
}
