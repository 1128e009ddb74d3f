package cn.dangjian.dues.book.ledger;

/**
 * An account: what it is for, and whose it is.
 *
 * @param owner a member or a unit
 */
public record Account(Sort sort, long owner) {

    /** What an account is for. */
    public enum Sort {
        /** What a member owes, less what he has paid; what he owes is charged by bills. */
        MEMBER,
        /** 上交的自愿党费: what a member has given beside what he owes. */
        GIVEN,
        /** The money that a unit holds, in hand or in its bank account. */
        CASH,
        /** What members have paid online and the provider has not yet paid out to the unit (待清算). */
        PROVIDER,
        /** What a unit has sent to the one above, until that one has received it. */
        TRANSIT,
        /** What did not arrive of something sent, until people have found out why. */
        DIFFERENCE,
        /** Between the books of a branch of stay and those of a branch of origin; nothing stays on it. */
        STAY,
        /** What was sent, is nowhere, and was given up with the receiver's approval. */
        LOST,
        /** What the Centre has received of a province. */
        CENTRE
    }

    boolean isOfUnit() {
        return sort != Sort.MEMBER && sort != Sort.GIVEN;
    }

    public static Account member(long member) {
        return new Account(Sort.MEMBER, member);
    }

    public static Account given(long member) {
        return new Account(Sort.GIVEN, member);
    }

    public static Account cash(long unit) {
        return new Account(Sort.CASH, unit);
    }

    public static Account provider(long unit) {
        return new Account(Sort.PROVIDER, unit);
    }

    public static Account transit(long unit) {
        return new Account(Sort.TRANSIT, unit);
    }

    public static Account stay(long unit) {
        return new Account(Sort.STAY, unit);
    }

    public static Account difference(long unit) {
        return new Account(Sort.DIFFERENCE, unit);
    }

    public static Account lost(long unit) {
        return new Account(Sort.LOST, unit);
    }

    public static Account centre(long unit) {
        return new Account(Sort.CENTRE, unit);
    }
}
