package cn.dangjian.dues.book.ledger;

/**
 * A line of a booking: moves an amount from one account to another one, so that it balances by itself.
 *
 * @param fen more than nothing
 */
public record Line(Fund fund, Account debit, Account credit, long fen) {

    public Line {
        if (fen <= 0) throw new IllegalArgumentException("A line moves something");
        if (debit.equals(credit)) throw new IllegalArgumentException("A line moves from one account to another one");
    }

    /** What takes it back. */
    Line reversed() {
        return new Line(fund, credit, debit, fen);
    }
}
