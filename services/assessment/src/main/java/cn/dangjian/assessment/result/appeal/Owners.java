package cn.dangjian.assessment.result.appeal;

import cn.dangjian.assessment.scheme.frame.ContentTable;
import cn.dangjian.assessment.scheme.frame.ContentTable.Numbered;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Unit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who has published a scheme, and what stands in it. */
@Component
class Owners {

    private final SchemeTable schemes;
    private final ContentTable contents;
    private final Directory directory;

    Owners(SchemeTable schemes, ContentTable contents, Directory directory) {
        this.schemes = schemes;
        this.contents = contents;
        this.directory = directory;
    }

    Unit of(long scheme) {
        return directory.named(List.of(schemes.get(scheme).unitId())).getFirst();
    }

    Optional<Numbered> indicator(long scheme, String code) {
        return contents.list(scheme).stream()
                .filter(one -> one.indicator().code().equals(code))
                .findFirst();
    }
}
