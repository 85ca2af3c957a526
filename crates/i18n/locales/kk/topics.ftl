# The six topics of the mentor course: of cases, of the bank, of the exam.
topics-law = Құқық және әдеп
topics-learning = Ересектер қалай үйренеді
topics-adaptation = Бейімделу
topics-feedback = Бақылау және кері байланыс
topics-talks = Қиын әңгімелер және аяқтау
topics-safety = Құжаттар және бала қауіпсіздігі
