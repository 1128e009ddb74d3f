package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.preview.PreviewDispatch.Preview;
import cn.dangjian.task.preview.PreviewDispatch.PreviewRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Door of previews; nothing is stored. */
@Tag(name = "dispatches 任务下发")
@RestController
class PreviewController {

    private final PreviewDispatch previewDispatch;

    PreviewController(PreviewDispatch previewDispatch) {
        this.previewDispatch = previewDispatch;
    }

    @Operation(
            summary = "派送预览 / How many units a dispatch would go to, its deadline, and what else they have to hand in"
                    + " around that day")
    @PostMapping("/v1/dispatch-previews")
    Preview preview(@Valid @RequestBody PreviewRequest request, @Subtree(lines = true) Desk desk) {
        return previewDispatch.preview(request, desk);
    }
}
