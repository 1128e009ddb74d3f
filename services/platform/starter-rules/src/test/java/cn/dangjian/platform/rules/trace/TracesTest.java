package cn.dangjian.platform.rules.trace;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请上传现场照片。",
                "每次走访须拍照留痕",
                "不需要文字材料，但须附现场照片",
                "请各村书记每日打卡",
                "报送登录率截图",
                "缺少二楼照片",
                "组织党员点赞",
                "Send a PHOTO of each room"
            })
    void refusesWhatDemandsATrace(String text) {
        assertThatThrownBy(() -> Traces.refuse("核实村级活动场所", text))
                .isInstanceOf(ProblemException.class)
                .extracting(refused -> ((ProblemException) refused).code())
                .isEqualTo("trace.demanded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请附村党组织会议决定或会议记录。",
                "不得要求村级拍照留痕",
                "无需照片",
                "严禁打卡、截图和点赞",
                "整修党员活动室照片墙",
                "核对会议签到表",
                "No photo is needed"
            })
    void letsPassWhatDemandsNone(String text) {
        assertThatCode(() -> Traces.refuse("核实村级活动场所", text, null)).doesNotThrowAnyException();
    }
}
