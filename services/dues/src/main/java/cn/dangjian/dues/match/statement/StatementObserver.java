package cn.dangjian.dues.match.statement;

import java.time.LocalDate;

/** A room above hears here, in the same transaction, that lines of a day have come. */
public interface StatementObserver {

    void linesCame(Source source, LocalDate day);
}
