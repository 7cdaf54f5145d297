import EventPages
import Testing
