package cn.dangjian.dues.book.ledger;

/** Is told in the same transaction that something was booked of a member. */
public interface BookingObserver {

    void booked(long member);
}
