package cn.dangjian.identity.account;

import cn.dangjian.identity.audit.Actor;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * 上级: who gives access to accounts and takes it: an account at a unit for everything below that unit, or the
 * administrator of the platform for all.
 *
 * @param person who
 * @param scope the subtree of the unit, with the unit itself
 * @param ownUnit the unit itself, whose own accounts are not below it; null for the administrator
 */
public record Superior(Person person, Scope scope, @Nullable Long ownUnit) {

    private static final long NO_UNIT = 0;

    /** Every path lies between these. */
    private static final Scope EVERYTHING = new Scope("", "~");

    static Superior administrator(Person person) {
        return new Superior(person, EVERYTHING, null);
    }

    public AccountId account() {
        return person.account();
    }

    /** How the audit trail names him. */
    public Actor actor() {
        return person.actor();
    }

    /** The subject on whose behalf an event is announced. */
    public String subject() {
        return "account:" + account().value();
    }

    /** The number of the own unit, or one that no unit has. */
    public long ownUnitOrNone() {
        return ownUnit == null ? NO_UNIT : ownUnit;
    }
}
