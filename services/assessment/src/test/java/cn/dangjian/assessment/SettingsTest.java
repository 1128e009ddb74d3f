package cn.dangjian.assessment;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
