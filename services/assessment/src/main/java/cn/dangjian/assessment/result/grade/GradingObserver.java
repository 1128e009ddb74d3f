package cn.dangjian.assessment.result.grade;

import cn.dangjian.platform.directory.desk.Desk;

/** Is told in the same transaction when grades are on file. */
public interface GradingObserver {

    /** @param owner who has graded */
    void filed(long grading, long owner, int year, Desk desk);
}
