package cn.dangjian.organization.field.advice;

import static cn.dangjian.organization.field.advice.AdviceRefusal.NOT_SUPERIOR;
import static cn.dangjian.organization.field.advice.AdviceRefusal.UNKNOWN;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 知悉: a superior says that it has seen an advice and what it thinks of it; the advice stays. */
@Service
class AcknowledgeAdvice {

    private final AdviceBook book;
    private final AcknowledgementRepository acknowledgements;

    AcknowledgeAdvice(AdviceBook book, AcknowledgementRepository acknowledgements) {
        this.book = book;
        this.acknowledgements = acknowledgements;
    }

    record AcknowledgeRequest(
            @NotNull Subject subject,
            @NotNull Long subjectId,
            @NotNull Kind advice,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String note) {

        boolean isAbout(Advice standing) {
            return standing.subject() == subject && standing.subjectId() == subjectId && standing.kind() == advice;
        }
    }

    @Transactional
    void acknowledge(AcknowledgeRequest request, Desk desk) {
        var advice = standing(request, desk).stream()
                .filter(request::isAbout)
                .findFirst()
                .orElseThrow(UNKNOWN);
        NOT_SUPERIOR.unless(isSuperior(advice, desk));

        acknowledgements.insert(advice, request.note(), desk);
    }

    private List<Advice> standing(AcknowledgeRequest request, Desk desk) {
        long id = request.subjectId();
        return switch (request.subject()) {
            case REGISTER_UNIT -> book.of(id, desk.scope());
            case CHAIN -> book.ofChain(id, desk.scope());
            case UNIT ->
                desk.known(new UnitId(id)).stream()
                        .flatMap(unit -> book.about(Map.of(id, unit.path())).stream())
                        .toList();
        };
    }

    /** A register unit has no Party unit; its superior is whoever keeps it, the township or above. */
    private static boolean isSuperior(Advice advice, Desk desk) {
        return advice.subject() == Subject.REGISTER_UNIT
                ? !desk.isBelow(Tier.TOWNSHIP)
                : !desk.unit().path().equals(advice.path());
    }
}
