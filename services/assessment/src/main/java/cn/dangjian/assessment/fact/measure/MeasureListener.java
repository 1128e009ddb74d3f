package cn.dangjian.assessment.fact.measure;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hears what another service can measure: whoever has a measure announces it on the topic of this service. */
@Component
class MeasureListener {

    private final MeasureTable measures;

    MeasureListener(MeasureTable measures) {
        this.measures = measures;
    }

    /** Of {@code assessment.measure-told.v1}. */
    record MeasureTold(
            String code,
            String name,
            String definition,
            String countedIn,
            String fact,
            String source,
            boolean state,
            String nature,
            List<ObjectKind> objects) {}

    @Hears(value = "assessment.measure-told.v1", order = Order.LATEST)
    void on(Event<MeasureTold> event) {
        var told = event.data();
        measures.save(
                new Measure(
                        told.code(),
                        told.name(),
                        told.definition(),
                        told.countedIn(),
                        told.fact(),
                        told.source(),
                        told.state(),
                        told.nature(),
                        told.objects().stream().map(Enum::name).collect(Collectors.joining("|"))),
                event.version());
    }
}
