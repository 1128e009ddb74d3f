package cn.dangjian.assessment.scheme.frame;

import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.CODE_TWICE;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.FRAME_UNFIT;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.NOT_COUNTY;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.NOT_OWNER;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.PUBLISHED_ALREADY;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.UNKNOWN;

import cn.dangjian.assessment.scheme.content.Content;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 拟定: the province, a city or a county drafts a scheme, of its own or out of one from above. */
@Service
class DraftScheme {

    private final SchemeTable schemes;
    private final ContentTable contents;

    DraftScheme(SchemeTable schemes, ContentTable contents) {
        this.schemes = schemes;
        this.contents = contents;
    }

    @Transactional
    Scheme draft(Content content, Desk desk) {
        NOT_COUNTY.when(desk.isBelow(Tier.COUNTY));
        refuseCodes(content);
        refuseFrame(content, desk);

        long id = schemes.insert(content, desk);
        contents.replace(id, content);
        return schemes.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Scheme change(long id, Content content, Seen seen, Desk desk) {
        var scheme = schemes.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_OWNER.unless(desk.isOf(new UnitId(scheme.unitId())));
        seen.require(scheme.version());
        PUBLISHED_ALREADY.unless(scheme.isDraft());
        refuseCodes(content);
        refuseFrame(content, desk);

        schemes.update(scheme, content);
        contents.replace(id, content);
        return schemes.find(id, desk.scope()).orElseThrow();
    }

    private static void refuseCodes(Content content) {
        var codes = new HashSet<String>();
        for (var module : content.parts())
            if (!codes.add("module " + module.code())) throw CODE_TWICE.with(module.code());
        for (var indicator : content.indicators())
            if (!codes.add(indicator.code())) throw CODE_TWICE.with(indicator.code());
    }

    private void refuseFrame(Content content, Desk desk) {
        if (content.frame() == null) return;
        FRAME_UNFIT.when(frame(content, desk).isEmpty());
    }

    /** A published one from above, for the same units of the same year. */
    private Optional<Scheme> frame(Content content, Desk desk) {
        return schemes.listAbove(desk.unit(), content.year(), content.object()).stream()
                .filter(above -> content.frame() != null && above.id() == content.frame())
                .filter(above -> above.domain() == null || above.domain() == content.domain())
                .findFirst();
    }
}
