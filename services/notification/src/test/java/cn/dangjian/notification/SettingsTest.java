package cn.dangjian.notification;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
