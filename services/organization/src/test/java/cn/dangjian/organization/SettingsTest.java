package cn.dangjian.organization;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
