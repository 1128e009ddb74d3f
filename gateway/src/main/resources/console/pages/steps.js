// What a step of a case is called; in English its own word says it.
import { t } from "../words.js";

const STEPS = {
  appraisals: {
    DRAFTED: "起草", CHANGED: "修改", REPORTS_OPENED: "启动述职", VOTE_OPENED: "启动评议", EXTENDED: "延期", CLOSED: "结束评议",
    PROPOSED: "提出等次", CONFIRMED: "确认等次", REFUSED: "不予确认", FILED: "备案", RETURNED: "退回", KEPT: "存档", BOOKED: "计入考核",
  },
  appeals: {
    FILED: "提出", EXAMINED: "核查", UPHELD: "支持", REFUSED: "不予支持", WITHDRAWN: "撤回",
  },
  consequences: {
    NOTICED: "告知", HEARD: "陈述申辩", DECIDED: "决定", DISMISSED: "不予追究", TALKED: "谈话", SETTLED: "落实", APPEALED: "申诉",
    CONFIRMED: "维持", REVOKED: "撤销",
  },
  gradings: {
    PROPOSED: "提出", REVISED: "重新提出", RETURNED: "退回", FILED: "备案", CONFIRMED: "确认",
  },
  "arrears-cases": {
    NOTICED: "告知", HEARD: "本人说明", EXCUSED: "上报正当理由", VOTED: "支部大会认定无正当理由", VOTED_DOWN: "支部大会未认定", PAID: "已补交",
    REASONED: "批准正当理由", RETURNED: "退回", ESTABLISHED: "批准认定无正当理由", DISMISSED: "不予认定",
  },
  reliefs: {
    PROPOSED: "支部研究提出", GRANTED: "批准", REFUSED: "不予批准", WITHDRAWN: "撤回",
  },
  handlings: {
    PROPOSED: "提出", NOTICED: "告知", HEARD: "本人陈述申辩", VOTED: "支部大会通过", VOTED_DOWN: "支部大会未通过", WITHDRAWN: "撤回",
    CORRECTION: "批准限期改正", PERSUADED: "批准劝退", REMOVED: "批准除名", DISMISSED: "不予批准", CORRECTED: "已改正",
    NOT_CORRECTED: "期满未改正", APPEALED: "申诉", APPEAL_DENIED: "驳回申诉", APPEAL_GRANTED: "申诉成立", LIFTED: "申诉成立",
  },
  "lost-cases": {
    OPENED: "上报失联", SEARCHED: "查找", CONFIRMED: "确认失联", STOP_PROPOSED: "提出停止党籍", STOP_DENIED: "不予停止党籍",
    STOPPED: "停止党籍", REMOVAL_PROPOSED: "提出除名", REMOVAL_DENIED: "不予除名", REMOVED: "除名", TURNED_UP: "找回", FOUND: "找回",
    RESTORED: "恢复党籍",
  },
  developments: {
    WITHDRAWN: "终止培养", ADMISSION_REFUSED: "不予接收", FULL_REFUSED: "不予转正", EXTENDED: "延长预备期", CANCELLED: "取消预备资格",
    OBJECTED: "公示异议", ANSWERED: "答复异议", TALKED: "派人谈话", ACTIVIST: "确定积极分子",
  },
  floatings: {
    REPORTED: "外出报备", LEFT: "外出报备", ACCEPTED: "接收", DECLINED: "不予接收", ORIGIN_CONTACT: "联系", STAY_CONTACT: "联系",
    RETURNED: "返回", CHANGED: "更新登记",
  },
  transfers: {
    REQUESTED: "申请", REPORTED: "报到", CORRECTED: "修改后重报", OUT_APPROVED: "转出审批", LETTERED: "开具介绍信", PROLONGED: "补开介绍信",
    IN_APPROVED: "转入审批", ACCEPTED: "接收", RECEIPT: "回执", LEFT: "省外回执", RETURNED: "退回", REVOKED: "撤销",
  },
  "weak-candidates": {
    ACCEPTED: "列入", REFUSED: "不予列入",
  },
  "weak-cases": {
    SCREENED: "排查上报", LISTED: "列入", DISMISSED: "不予确定", CONFIRMED: "确定", STARTED: "开始整顿", CHECKED: "督查",
    ACCEPTANCE: "验收", CLOSED: "销号", CONTINUED: "续整", SAMPLED: "抽查", LINKED: "明确包抓", PLANNED: "制定措施", MEASURED: "完成措施",
  },
  filings: {
    PROPOSED: "提名", REVIEWED: "联审", FILED: "备案", WITHDRAWN: "撤回",
  },
};

export function stepName(kind, step) {
  return t(STEPS[kind]?.[step] ?? step, step.toLowerCase().replaceAll("_", " "));
}
