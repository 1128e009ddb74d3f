package cn.dangjian.platform.rules.calendar;

/** A room that keeps something that was counted in working days while a notice was not known. */
public interface NoticesChanged {

    /**
     * A year's notice was entered; runs in the transaction that has made it count.
     *
     * @param source the notice and its day
     * @param subject who entered it
     */
    void changed(int year, String source, String subject);
}
