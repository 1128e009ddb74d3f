package cn.dangjian.assessment.result.appeal;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.fact.measure.Measure;
import cn.dangjian.assessment.fact.measure.MeasureTable;
import cn.dangjian.assessment.result.appeal.CorrectionRepository.Correction;
import cn.dangjian.assessment.result.year.CloseTable;
import cn.dangjian.assessment.result.year.FrozenScores;
import cn.dangjian.assessment.scheme.content.Indicator;
import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes a correction down. Of an open year it is a fact like any other one, with the decision as its event; of a frozen
 * one it stands beside the score.
 */
@Component
class Corrections {

    private final CorrectionRepository repository;
    private final FactBook facts;
    private final MeasureTable measures;
    private final CloseTable closes;
    private final FrozenScores frozen;

    Corrections(
            CorrectionRepository repository,
            FactBook facts,
            MeasureTable measures,
            CloseTable closes,
            FrozenScores frozen) {
        this.repository = repository;
        this.facts = facts;
        this.measures = measures;
        this.closes = closes;
        this.frozen = frozen;
    }

    /** Nobody closes a year of this unit until the transaction ends. */
    void lock(UnitId owner) {
        closes.lock(owner.value());
    }

    /** Whether the year of a scheme is being frozen: what is written now might come too late, or not. */
    boolean isClosing(long scheme) {
        return closes.isClosing(scheme);
    }

    List<Correction> listFrozen(Appeal appeal) {
        return repository.listFrozen(appeal.unit(), appeal.year(), appeal.partOn());
    }

    /** @param until the first day behind the part of the year that is corrected: a state that is corrected holds no longer */
    void note(Correction correction, Indicator indicator, Appeal appeal, LocalDate until, Desk desk) {
        repository.insert(correction, desk);
        if (correction.frozen()) frozen.tell(correction.unit().value(), correction.year());
        else facts.save(List.of(told(correction, indicator, appeal.day(), until)));
    }

    private Told told(Correction correction, Indicator indicator, LocalDate day, LocalDate until) {
        var measure = indicator.measure();
        boolean isState =
                measure != null && measures.find(measure).map(Measure::kept).orElse(false);
        var value = new Value(day, correction.numerator(), correction.denominator());
        var values = isState ? List.of(value, new Value(until, 0, 0)) : List.of(value);
        String thing = "appeal:" + correction.appealId();
        return new Told(
                measure == null ? ContentTable.given(indicator.code()) : measure,
                thing,
                isState,
                correction.unit().value(),
                values,
                // the decision is what happened: the same for whoever tells it again
                UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                1);
    }
}
